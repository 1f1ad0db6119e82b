internal import Diagnostics
internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Questionnaire

extension Response {
  /// A document, written by the closure.
  static func json(_ headers: HTTPFields = [:], _ write: (inout JSONWriter) -> Void) -> Response {
    var json = JSONWriter(isIndented: true)
    write(&json)
    return bytes(json.bytes + [0x0A], "application/json", headers)
  }

  static func bytes(_ bytes: [UInt8], _ mediaType: String, _ headers: HTTPFields = [:]) -> Response {
    var headers = headers
    headers[.contentType] = mediaType
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension Response {
  static func states(_ states: [QuestionState]) -> Response {
    let places = PlaceIndex()
    return .json { json in
      json.object { json in
        json.key("questions")
        json.array { json in for state in states { QuestionJSON.write(state, places, &json) } }
      }
    }
  }
}
