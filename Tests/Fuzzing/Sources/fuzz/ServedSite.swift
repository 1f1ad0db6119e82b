import Foundation
import Glibc
import ProjectFiles
import WebApp

/// A server in this process over a folder of its own, asked over connections as anybody would.
///
/// So that mutated requests get past the doors, `{PORT}`, `{COOKIE}` and `{TOKEN}` in them stand for what a browser would
/// send, and `{LENGTH}` for the number of bytes behind the headers.
final class ServedSite: Sendable {
  static let shared = ServedSite()

  private static let file = "project.yaml"
  private static let text = """
    answerable: project/1
    project:
      name: Selat Lookout # the working name
      stage: test
    control: {abort_latency_s: 1.8}
    scope:
      target_classes: [none]

    """

  private let folder: String
  private let port: Int
  private let cookie: String
  private let token: String

  private init() {
    let folder = FileManager.default.temporaryDirectory.appending(path: "answerable-fuzzing-\(getpid())").path()
    self.folder = folder
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    Self.write(folder)
    let started = Started()
    Task.detached {
      let site = Site(
        try ProjectFolder(folder), World.policies, day: { World.day }, stage: nil, version: "0", codes: [])
      try await WebServer(site, at: WebServer.Address(host: "127.0.0.1", port: 0)).run { started.port($0) }
    }
    port = started.wait()
    let page = Self.ask(
      port, Array("GET /project/questions?file=\(Self.file) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8))
    let text = String(decoding: page, as: UTF8.self)
    cookie =
      Self.part(of: text, behind: "et-cookie: ", upTo: ";") ?? Self.part(of: text, behind: "et-Cookie: ", upTo: ";")
      ?? ""
    token = Self.part(of: text, behind: "name=\"token\" value=\"", upTo: "\"") ?? ""
    guard !cookie.isEmpty, !token.isEmpty else { fatalError("the server gave no form: \(text.prefix(400))") }
  }

  /// The port, once the server knows it.
  private final class Started: @unchecked Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private var number = 0

    func port(_ number: Int) {
      self.number = number
      semaphore.signal()
    }

    func wait() -> Int {
      semaphore.wait()
      return number
    }
  }

  private static func part(of text: String, behind start: String, upTo end: String) -> String? {
    guard let from = text.range(of: start)?.upperBound, let to = text.range(of: end, range: from..<text.endIndex)
    else { return nil }
    return String(text[from..<to.lowerBound])
  }

  /// The project as it was at first.
  func begin() { Self.write(folder) }

  private static func write(_ folder: String) {
    try? Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file)"))
  }

  func project() -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: "\(folder)/\(Self.file)"))).map { [UInt8]($0) } ?? []
  }

  /// The statuses of the answers to what a connection sends, in one piece or with a pause.
  func answers(to bytes: [UInt8], pausingAfter count: Int? = nil) -> [Int] {
    let answer = Self.ask(port, filled(bytes), pausingAfter: count)
    let lines = String(decoding: answer, as: UTF8.self).components(separatedBy: "HTTP/1.1 ").dropFirst()
    return lines.compactMap { Int($0.prefix(3)) }
  }

  private func filled(_ bytes: [UInt8]) -> [UInt8] {
    // Latin-1 keeps every byte.
    guard bytes.contains(UInt8(ascii: "{")), let read = String(bytes: bytes, encoding: .isoLatin1) else { return bytes }
    var text = read
    for (name, value) in [("{PORT}", String(port)), ("{COOKIE}", cookie), ("{TOKEN}", token)] {
      text = text.replacingOccurrences(of: name, with: value)
    }
    if let end = text.range(of: "\r\n\r\n") {
      let length = text.unicodeScalars.distance(from: end.upperBound, to: text.endIndex)
      text = text.replacingOccurrences(of: "{LENGTH}", with: String(length))
    }
    return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// Sends bytes, and reads until the server ends the connection or has said all.
  private static func ask(_ port: Int, _ bytes: [UInt8], pausingAfter count: Int? = nil) -> [UInt8] {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard connection >= 0 else { fatalError("no socket is left") }
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { fatalError("the server takes no connection any more") }
    if let count {
      // What is filled in can be shorter than what stood there.
      let first = Array(bytes.prefix(count))
      _ = send(connection, first, first.count, Int32(MSG_NOSIGNAL))
      usleep(2000)
    }
    let rest = Array(bytes.dropFirst(count ?? 0))
    _ = send(connection, rest, rest.count, Int32(MSG_NOSIGNAL))
    shutdown(connection, Int32(SHUT_WR))
    var answer: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 18_000)
      // libFuzzer's own clock interrupts.
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { fatalError("the server neither answers nor ends the connection") }
      let count = recv(connection, &part, part.count, 0)
      if count <= 0 { return answer }
      answer += part[..<count]
    }
  }
}
