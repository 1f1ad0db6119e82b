internal import Hummingbird
internal import Sharing
internal import NIOCore
internal import NIOPosix

/// The threads on which projects are read, assessed and written: as many as the machine has processors, and none of those
/// that take requests in and send responses out.
final class ProjectThreads: Sendable {
  static let shared = ProjectThreads()

  /// Runs jobs on an event loop that nothing else uses: they may take as long as they like.
  private final class Thread: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) { loop.executor.enqueue(job) }
  }

  private let threads: [Thread]
  /// How many requests each thread has that are not answered yet.
  private let loads: Mutex<[Int]>

  private init() {
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: System.coreCount)
    threads = loops.makeIterator().map { Thread($0) }
    loads = Mutex(Array(repeating: 0, count: threads.count))
  }

  /// Does the work of a request on the thread that has the fewest.
  func run<Answer: Sendable>(_ work: () async throws -> Answer) async throws -> Answer {
    let number = loads.withLock { loads in
      let number = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      loads[number] += 1
      return number
    }
    defer { loads.withLock { $0[number] -= 1 } }
    return try await withTaskExecutorPreference(threads[number], operation: work)
  }
}

/// Answers requests about projects on threads of their own, so that whoever asks for something short never waits for an
/// assessment. Each thread goes through what waits in its order: work that is long lets others in by `Task.yield()`.
struct OwnThreads: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    if request.saysNothingOfProjects { return try await next(request, context) }
    return try await ProjectThreads.shared.run { try await next(request, context) }
  }
}
