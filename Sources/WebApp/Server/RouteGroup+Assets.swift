internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension RouteGroup {
  /// The stylesheet and the script. A browser keeps them, and asks each time whether they are still the same.
  static let assets = RouteGroup { router, _ in
    // Browsers ask for a picture of the site, and there is none.
    router.get("/favicon.ico") { _, _ in Response(status: .noContent, headers: [.cacheControl: "max-age=86400"]) }
    for asset in Asset.all {
      router.get(RouterPath(asset.address.text)) { request, _ in
        let fields: HTTPFields = [.eTag: asset.tag, .cacheControl: "no-cache", .contentType: asset.type]
        let known = (request.headers[.ifNoneMatch] ?? "").split(separator: ",").map { $0.drop { $0 == " " } }
        if known.contains(where: { $0 == asset.tag || $0 == "W/\(asset.tag)" || $0 == "*" }) {
          return Response(status: .notModified, headers: fields)
        }
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
      }
    }
  }
}
