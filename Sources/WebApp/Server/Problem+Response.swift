internal import Diagnostics
internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Problem {
  func response(to request: Request, _ context: SiteContext) -> Response {
    var response = request.isForPrograms ? document : page
    for field in headers { response.headers.append(field) }
    return response
  }

  private var document: Response {
    let places = PlaceIndex()
    var json = JSONWriter(isIndented: false)
    json.object { json in
      json.member("type", kind.address)
      json.member("title", title)
      json.member("status", kind.status)
      json.member("detail", detail)
      json.key("diagnostics")
      json.array { json in for diagnostic in diagnostics { json.diagnostic(diagnostic, places) } }
    }
    return Response(
      status: status, headers: [.contentType: "application/problem+json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes + [0x0A])))
  }

  private var page: Response { .page(ProblemPage(problem: self).bytes, status: status) }
}
