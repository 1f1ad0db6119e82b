internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Request {
  /// All bytes of the body. Throws a `Problem` where there are more than `limit`, without reading further, and where they
  /// are packed.
  func bytes(limit: Int) async throws -> [UInt8] {
    if let coding = headers[.contentEncoding], coding.lowercased() != "identity" {
      throw Problem(.unsupportedType, "a body is read as it is: send it without `Content-Encoding: \(coding)`")
    }
    let problem = Problem(.tooLarge, "the request has more than the \(limit) bytes that are read here")
    if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw problem }
    if let coding = headers[.transferEncoding], coding.lowercased() != "chunked" {
      throw Problem(.unsupportedType, "a body is read as it is: send it without `Transfer-Encoding: \(coding)`")
    }
    var bytes: [UInt8] = []
    for try await chunk in body {
      guard bytes.count + chunk.readableBytes <= limit else { throw problem }
      bytes.append(contentsOf: chunk.readableBytesView)
    }
    return bytes
  }
}
