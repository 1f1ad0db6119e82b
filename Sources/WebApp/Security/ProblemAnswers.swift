internal import HTTPTypes
internal import Hummingbird
internal import LocalFiles
internal import NIOHTTP1
internal import ProjectFiles

/// Turns whatever a route throws into an answer. What is not known says nothing of itself.
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
      return problem(error).shortened(names).response(to: request, context)
    }
  }

  private func problem(_ error: any Error) -> Problem {
    switch error {
    case let problem as Problem: problem
    case let failure as Failure: Problem(failure)
    case let problem as FileProblem: Problem(problem)
    case let error as HTTPError where error.status == .notFound: Problem(.notFound, "there is nothing at this address")
    default: Problem(.fault, "the request could not be answered: this is our mistake")
    }
  }
}
