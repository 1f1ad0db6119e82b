internal import Hummingbird
internal import NIOPosix

/// The threads on which projects are read, assessed and written: as many as the machine has processors, and none of those
/// that take requests in and send responses out.
final class ProjectThreads: TaskExecutor {
  static let shared = ProjectThreads()

  private let pool = NIOThreadPool.singleton

  private init() {}

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    // SAFETY: the executor that the job is told of is the one of the process, which never goes away.
    pool.submit { _ in unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Answers requests about projects on threads of their own, so that whoever asks for something short never waits for an
/// assessment. Each thread goes through what waits in its order: work that is long lets others in by `Task.yield()`.
struct OwnThreads: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    if request.saysNothingOfProjects { return try await next(request, context) }
    return try await withTaskExecutorPreference(ProjectThreads.shared) { try await next(request, context) }
  }
}
