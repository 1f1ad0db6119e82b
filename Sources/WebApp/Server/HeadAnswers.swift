internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes

/// Answers what is known from the head of a request alone: that its body may come (RFC 9110, section 10.1.1), and that its
/// headers are too long (RFC 6585, section 5).
final class HeadAnswers: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Requests that are not answered to the end.
  private var open = 0
  private var isTooLong = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let request) = unwrapInboundIn(data) {
      open += 1
      // Into the answer to another request nothing can be put.
      if open == 1, mayCome(request) {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
    }
    context.fireChannelRead(data)
  }

  /// Whether the client waits for leave to send a body that may be read.
  private func mayCome(_ request: HTTPRequest) -> Bool {
    guard request.headerFields[.expect]?.lowercased() == "100-continue" else { return false }
    return request.headerFields[.contentLength].flatMap { Int($0) } ?? 0 <= SubmittedForm.uploadLimit
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if case .headerOverflow? = error as? HTTPParserError { isTooLong = true }
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var response):
      // Whoever answers what can't be read as a request does not look at why.
      if isTooLong, response.status == .badRequest { response.status = .requestHeaderFieldsTooLarge }
      context.write(wrapOutboundOut(.head(response)), promise: promise)
      return
    case .body: break
    case .end: open -= 1
    }
    context.write(data, promise: promise)
  }
}
