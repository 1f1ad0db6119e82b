import Foundation
import TestSupport
import Testing

/// A connection on which anything can be sent: clients of HTTP hide what attacks are made of.
final class RawConnection {
  private let socket: Int32
  /// Seconds to wait for the other side.
  private static let patience = 60 * Sanitizer.slowness

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(socket >= 0)
    var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    // SAFETY: the kernel reads as many bytes as each value has, and keeps none of the pointers.
    unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    unsafe setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0, "can't connect")
  }

  /// Whether all was taken; false where the other side ended the connection.
  @discardableResult func send(_ text: String) throws -> Bool {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      // SAFETY: the kernel reads the bytes of the slice during the call.
      let count = unsafe bytes[sent...].withUnsafeBytes { bytes in
        unsafe Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// All that comes until the server ends the connection.
  func answer() -> RawAnswer { RawAnswer(read { _ in false }) }

  /// All that comes until it holds a text.
  func read(until text: String) -> String {
    String(decoding: read { String(decoding: $0, as: UTF8.self).contains(text) }, as: UTF8.self)
  }

  /// Whether something has come that was not read yet.
  var hasAnswer: Bool {
    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    // SAFETY: the kernel writes to the one `pollfd` that the pointer leads to, which is valid for the call.
    return unsafe poll(&waiting, 1, 0) > 0
  }

  private func read(_ isEnough: ([UInt8]) -> Bool) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while !isEnough(all) {
      // SAFETY: the kernel writes at most as many bytes as the array has, during the call.
      let count = unsafe recv(socket, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      all += chunk[..<count]
    }
    return all
  }

  deinit { close(socket) }
}

/// What came back.
struct RawAnswer {
  /// 0 where nothing came.
  let status: Int
  let headers: [String: [String]]
  let body: String

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let cut = text.firstRange(of: "\r\n\r\n")
    let lines = text[..<(cut?.lowerBound ?? text.endIndex)].split(separator: "\r\n")
    body = cut.map { String(text[$0.upperBound...]) } ?? ""
    status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } } ?? 0
    var headers: [String: [String]] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      headers[line[..<colon].lowercased(), default: []].append(String(value))
    }
    self.headers = headers
  }

  subscript(_ header: String) -> String? { headers[header.lowercased()]?.first }
}
