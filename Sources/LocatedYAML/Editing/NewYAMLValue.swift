/// A value to write into a document.
public indirect enum NewYAMLValue: Sendable, Hashable {
  /// A key and its value.
  public struct Member: Sendable, Hashable {
    public let key: String
    public let value: NewYAMLValue

    public init(_ key: String, _ value: NewYAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// Reads back as exactly this text, whatever it looks like: `yes` and `1.0` are quoted.
  case text(String)
  /// A number, a date, `true`, `false` or `null`, written as it is, as is `yes`, which is meant for one of them. Anything
  /// else is written as a text.
  case literal(String)
  case list([NewYAMLValue])
  case mapping([Member])
  /// A mapping that is written on one line.
  case compact([Member])
}
