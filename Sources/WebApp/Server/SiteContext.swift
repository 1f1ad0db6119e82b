internal import Hummingbird

/// What is known of a request beside the request.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The port that the request came in by; nil where the connection is gone already.
  var port: Int?
  /// The number of the visitor's session; empty where a program asks.
  var session = ""
  /// The token of the visitor's session, for the hidden field `token` of every form: a form without it is refused.
  var formToken = ""

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    port = source.channel.localAddress?.port
  }
}
