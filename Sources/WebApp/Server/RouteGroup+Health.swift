internal import Hummingbird

extension RouteGroup {
  /// Whether the server answers at all, for whoever waits for it.
  static let health = RouteGroup { router, _ in
    router.get("/health") { _, _ in "ok\n" }
  }
}
