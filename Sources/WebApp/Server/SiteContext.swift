internal import Hummingbird

/// What is known of a request beside the request.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The port that the request came in by; nil where the connection is gone already.
  var port: Int?
  /// The address of this machine that it came in by, as it stands in addresses of the web.
  var host: String?
  /// The address of whoever asks.
  let visitor: String
  /// The number of the visitor's session; empty where a program asks.
  var session = ""
  /// The token of the visitor's session, for the hidden field `token` of every form: a form without it is refused.
  var formToken = ""

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    let local = source.channel.localAddress
    port = local?.port
    host = local?.ipAddress.map { $0.contains(":") ? "[\($0)]" : $0 }
    visitor = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
