internal import NIOCore
internal import Sharing

/// The open connections, and which of them wait for a request: where nearly all places are taken, those that have waited longest
/// make room, so that nobody keeps all others out by connecting and saying nothing.
final class WaitingConnections: Sendable {
  private struct Connection {
    let channel: any Channel
    /// Since when no whole request has come in; nil while one is answered.
    var waits: NIODeadline?
  }

  private struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    var isShedding = false
  }

  /// So long everybody may wait.
  private static let patience = TimeAmount.seconds(1)
  private static let pause = TimeAmount.milliseconds(250)

  /// With so many it is crowded.
  private let most: Int
  private let state = Mutex(State())

  /// - Parameter places: How many connections there can be.
  init(places: Int) { most = max(1, places - max(4, places / 16)) }

  /// A connection that waits, from now on.
  func wait(_ channel: any Channel) {
    let isCrowded = state.withLock { state in
      state.open[ObjectIdentifier(channel)] = Connection(channel: channel, waits: .now())
      guard state.open.count >= most, !state.isShedding else { return false }
      state.isShedding = true
      return true
    }
    if isCrowded { shed(on: channel.eventLoop) }
  }

  /// One whose request is whole.
  func answer(_ channel: any Channel) { state.withLock { $0.open[ObjectIdentifier(channel)]?.waits = nil } }

  func close(_ channel: any Channel) { state.withLock { _ = $0.open.removeValue(forKey: ObjectIdentifier(channel)) } }

  private func shed(on loop: any EventLoop) {
    let (leaving, isCrowded) = state.withLock { state -> ([any Channel], Bool) in
      let waiting = state.open.values.filter { $0.waits.map { .now() - $0 >= Self.patience } ?? false }
        .sorted { ($0.waits ?? .now()) < ($1.waits ?? .now()) }
      let leaving = waiting.prefix(max(0, state.open.count - most + 1)).map(\.channel)
      for channel in leaving { state.open.removeValue(forKey: ObjectIdentifier(channel)) }
      state.isShedding = state.open.count >= most
      return (leaving, state.isShedding)
    }
    for channel in leaving { channel.close(promise: nil) }
    if isCrowded { loop.scheduleTask(in: Self.pause) { self.shed(on: loop) } }
  }
}
