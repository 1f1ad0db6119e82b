internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
  /// A page. It is asked for anew each time: what it shows stands in files that change.
  static func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// What answers a form that did something: the page to go to, which can be loaded again without doing it again.
  static func goingTo(_ path: SitePath) -> Response {
    Response(status: .seeOther, headers: [.location: path.text])
  }
}
