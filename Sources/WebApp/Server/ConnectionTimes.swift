internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOHTTPTypes

/// Ends connections that take too long: those on which a request comes in, or a response is taken, byte by byte, would
/// otherwise keep everybody else out.
final class ConnectionTimes: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  struct Limits: Sendable {
    /// From the connection, or the end of a response, to the end of the headers of a request.
    var head = TimeAmount.seconds(15)
    /// To the end of its body.
    var body = TimeAmount.seconds(60)
    /// From there to the end of its response.
    var response = TimeAmount.seconds(120)
    /// For what still comes in behind a response that needed not all of it.
    var rest = TimeAmount.seconds(2)
  }

  private let limits: Limits
  private let connections: WaitingConnections
  private var deadline: Scheduled<Void>?
  /// Requests that began, those that were there to their end, and responses that were.
  private var (begun, complete, answered) = (0, 0, 0)
  /// Whether nothing more is read behind the last response.
  private var isEnding = false

  init(_ limits: Limits, among connections: WaitingConnections) {
    self.limits = limits
    self.connections = connections
  }

  func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { wait(context) } }

  func channelActive(context: ChannelHandlerContext) {
    wait(context)
    context.fireChannelActive()
  }

  private func wait(_ context: ChannelHandlerContext) {
    connections.wait(context.channel)
    close(context, in: limits.head)
  }

  func channelInactive(context: ChannelHandlerContext) {
    connections.close(context.channel)
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      begun += 1
      if !isEnding { close(context, in: limits.body) }
    case .body: break
    case .end:
      complete += 1
      connections.answer(context.channel)
      close(context, in: isEnding ? .zero : limits.response)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var response):
      if complete <= answered { response.headerFields[.connection] = "close" }
      ResponseHeaders.add(to: &response.headerFields)
      context.write(wrapOutboundOut(.head(response)), promise: promise)
      return
    case .body: break
    case .end:
      answered += 1
      isEnding = complete < answered
      if begun <= answered { connections.wait(context.channel) }
      close(context, in: isEnding ? limits.rest : begun > answered ? limits.response : limits.head)
    }
    context.write(data, promise: promise)
  }

  private func close(_ context: ChannelHandlerContext, in time: TimeAmount) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}
