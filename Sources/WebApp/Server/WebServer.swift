internal import Hummingbird
internal import Logging

/// What a server shows and where it listens.
public struct WebServer: Sendable {
  /// Where it listens.
  public struct Address: Sendable {
    public let host: String
    /// 0 for any that is free.
    public let port: Int

    public init(host: String, port: Int) {
      self.host = host
      self.port = port
    }
  }

  private let site: Site
  private let address: Address

  public init(_ site: Site, at address: Address) {
    self.site = site
    self.address = address
  }

  /// Serves until the process is asked to end. `started` is told the port once it accepts connections. Throws where it
  /// can't listen there.
  public func run(started: @escaping @Sendable (_ port: Int) async -> Void) async throws {
    var logger = Logger(label: "answerable")
    logger.logLevel = .error
    let application = Application(
      router: SiteRouter.make(site),
      configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port), serverName: nil),
      onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) },
      logger: logger)
    try await application.runService()
  }
}
