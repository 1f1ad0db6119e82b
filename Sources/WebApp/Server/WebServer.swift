internal import Glibc
internal import Hummingbird
internal import HummingbirdCore
internal import LocalFiles
internal import Logging
internal import NIOCore
internal import ProjectFiles

/// What a server shows and where it listens.
public struct WebServer: Sendable {
  /// Where it listens.
  public struct Address: Sendable {
    /// An address of this machine, in numbers.
    public let host: String
    /// 0 for any that is free.
    public let port: Int

    /// Throws a `Failure` where the host is no address, or the port none.
    public init(host: String, port: Int) throws {
      guard (0...65_535).contains(port) else { throw Failure(.usage, "a port is a number from 0 to 65535") }
      guard (try? SocketAddress(ipAddress: host, port: port)) != nil else {
        throw Failure(.usage, "`\(host)` is no address of a machine, such as 127.0.0.1 or ::1")
      }
      self.host = host
      self.port = port
    }

    /// Whether only this machine can reach it.
    public var isLoopback: Bool {
      guard let address = try? SocketAddress(ipAddress: host, port: port) else { return false }
      switch address {
      case .v4: return host.hasPrefix("127.")
      case .v6: return address.ipAddress == "::1"
      case .unixDomainSocket: return false
      }
    }

    /// As it stands in an address of the web.
    public var webHost: String { host.contains(":") ? "[\(host)]" : host }
  }

  /// Connections at one time. Others wait until one ends.
  static let connectionLimit = 256
  /// Files that the server itself opens at one time, the system's queues among them.
  private static let ownFiles = 48
  private static let fewestConnections = 16

  /// How many connections there can be where so many files may be open. Throws a `Failure` where they are too few: a server
  /// that has none left would end in the middle of its work.
  static func connections(openFiles: Int?) throws -> Int {
    guard let openFiles else { return connectionLimit }
    let free = openFiles - ownFiles
    guard free >= fewestConnections else {
      throw Failure(
        .inputOutput,
        "only \(openFiles) files and connections can be open at once here, and a server needs "
          + "\(ownFiles + fewestConnections): raise the limit, as `ulimit -n` does")
    }
    return min(connectionLimit, free)
  }

  private let site: Site
  private let address: Address

  public init(_ site: Site, at address: Address) {
    self.site = site
    self.address = address
  }

  /// Serves until the process is asked to end. `started` is told the port once it accepts connections. Throws a `Failure`
  /// where it can't listen there.
  public func run(started: @escaping @Sendable (_ port: Int) async -> Void) async throws {
    let connections = try Self.connections(openFiles: OpenFiles.raiseLimit())
    let waiting = WaitingConnections(places: connections)
    var logger = Logger(label: "answerable")
    logger.logLevel = .critical
    let application = Application(
      router: SiteRouter.make(site),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [HeadAnswers(), ConnectionTimes(ConnectionTimes.Limits(), among: waiting)],
          httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(connections, logger: logger)),
      onServerRunning: { channel in await started(channel.localAddress?.port ?? 0) },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw Failure(.inputOutput, "can't listen on \(address.webHost):\(address.port): \(Self.reason(error))")
    }
  }

  private static func reason(_ error: IOError) -> String {
    switch error.errnoCode {
    case EADDRINUSE: "something else listens there: end it, or choose another port with `--port`"
    case EACCES: "ports below 1024 are not for everybody: choose another with `--port`"
    case EADDRNOTAVAIL: "this machine does not have that address"
    default: "it is not possible on this machine"
    }
  }
}
