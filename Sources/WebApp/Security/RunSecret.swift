internal import Crypto

/// A secret that is made anew each time the server starts, and what is derived from it.
struct RunSecret: Sendable {
  private let key = SymmetricKey(size: .bits256)

  /// HMAC-SHA256 of a text in lower-case hexadecimal. The purpose keeps what is made for one use from being used for
  /// another.
  func seal(_ text: String, for purpose: StaticString) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array("\(purpose)\u{0}\(text)".utf8), using: key)
    return Self.hexadecimal(code)
  }

  /// 256 random bits in lower-case hexadecimal.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return hexadecimal((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
