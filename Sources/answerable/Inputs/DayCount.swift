/// A number of days as the command line takes it: `30d`.
enum DayCount {
  /// Throws a `Failure` of wrong usage where it is none, naming the option.
  static func days(_ text: String, option: String) throws -> Int {
    guard text.utf8.last == UInt8(ascii: "d"), let days = Int(text.dropLast()), (0...36_525).contains(days),
      text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false
    else {
      throw Failure(.usage, "`\(option) \(text)`: write a number of days, such as `30d`")
    }
    return days
  }
}
