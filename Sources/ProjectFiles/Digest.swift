internal import Crypto
internal import LocalFiles

/// SHA-256 in lower-case hexadecimal.
public enum Digest {
  public static func of(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Of a file, in constant memory; nil where it can't be read.
  public static func ofFile(_ path: String) -> String? {
    do {
      let stream = try ByteStream(path)
      var hasher = SHA256()
      while let chunk = try stream.next() { hasher.update(data: chunk) }
      return hexadecimal(hasher.finalize())
    } catch {
      return nil
    }
  }
}
