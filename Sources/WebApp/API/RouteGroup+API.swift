internal import HTTPTypes
internal import Hummingbird

extension RouteGroup {
  /// Everything for programs, from the registry of operations, and the page that documents it.
  static let api = RouteGroup { router, site in
    for operation in APIOperation.all {
      router.on(RouterPath(APIOperation.root + operation.path), method: operation.method) { request, context in
        try await operation.answer(APIRequest(request, operation), site)
      }
    }
    router.get("/api") { _, _ in APIPage.response(site) }
    for kind in Problem.Kind.all {
      router.get(RouterPath(kind.address)) { _, _ in APIPage.response(explaining: kind) }
    }
  }
}
