internal import SystemPackage

/// Standard input, a line at a time.
public enum StandardInput {
  /// The bytes of a line, without what ends it.
  public struct Line: Sendable {
    public let bytes: [UInt8]
    /// Whether a line break stood behind it; false at the end of the input, and where the line is longer than `longest`.
    public let isEnded: Bool
  }

  /// Bytes of a line beyond which it is not read on.
  public static let longest = 1 << 20

  /// The next line; nil at the end. Nothing is read beyond it: that is for whoever reads next. Throws a `FileProblem` where
  /// the input can't be read, which is not its end.
  public static func line() throws(FileProblem) -> Line? {
    var bytes: [UInt8] = []
    do {
      while bytes.count < longest {
        let next = try SystemCalls.read(.standardInput, atMost: 1)
        guard let byte = next.first else { return bytes.isEmpty ? nil : Line(bytes: bytes, isEnded: false) }
        if byte == UInt8(ascii: "\n") {
          if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
          return Line(bytes: bytes, isEnded: true)
        }
        bytes.append(byte)
      }
    } catch {
      throw FileProblem(FileProblem.reading, "standard input", error)
    }
    return Line(bytes: bytes, isEnded: false)
  }
}
