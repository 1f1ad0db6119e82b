internal import HTTPTypes
internal import Hummingbird
internal import NIOHTTP1
internal import ProjectFiles

/// Turns whatever a route throws into an answer.
struct ProblemAnswers: RouterMiddleware {
  private let names: FileNames

  init(_ site: Site) { names = site.names }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPParserError {
      // What comes behind it can't be read as a request: the connection has to end.
      throw error
    } catch {
      return Problem(thrown: error).shortened(names).response(to: request, context)
    }
  }
}
