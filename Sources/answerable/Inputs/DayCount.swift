internal import ProjectFiles

/// A span of days as people write it on the command line: `30d`, `4w`.
enum DayCount {
  /// A hundred years: more is a slip.
  private static let most = 36_500

  /// The days of a text. Throws a `Failure` that names the option where it is none.
  static func days(_ text: String, of option: String) throws -> Int {
    let digits = text.dropLast()
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let unit = text.last == "d" ? 1 : text.last == "w" ? 7 : nil
    guard isNumber, let unit, let count = Int(digits), count <= most / unit else {
      throw Failure(
        .usage, "`\(option) \(text)`: expected days such as `30d`, or weeks such as `4w`, up to \(most) days")
    }
    return count * unit
  }
}
