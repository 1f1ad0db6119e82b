internal import HTTPTypes
internal import Hummingbird

/// Refuses what no page and no client of ours sends.
struct RequestForm: RouterMiddleware {
  /// Bytes of an address with its query.
  static let addressLimit = 8192

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    guard SiteRouter.methods.contains(request.method) else {
      throw Problem.method(SiteRouter.offered)
    }
    guard request.head.path?.utf8.count ?? 0 <= Self.addressLimit else {
      throw Problem(.addressTooLong, "the address has more than \(Self.addressLimit) bytes")
    }
    guard request.uri.string.hasPrefix("/") else {
      throw Problem(.badRequest, "the address has to begin with `/`")
    }
    guard request.headers[values: .expect].allSatisfy({ $0.lowercased() == "100-continue" }) else {
      throw Problem(.expectationFailed, "of `Expect` only `100-continue` is known")
    }
    _ = try request.queryFields()
    return try await next(request, context)
  }
}
