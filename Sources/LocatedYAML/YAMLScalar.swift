internal import Diagnostics

/// A scalar as written: its text after quotes, escapes and folding, and the style that it was written in.
public struct YAMLScalar: Sendable, Hashable {
  /// How it was written. Only plain scalars can be anything but text.
  public enum Style: UInt8, Sendable, CaseIterable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  public var text: String
  public var style: Style
  /// Whether it carries a tag that does not fit it, which is reported: then it is no value of any type.
  public var isMistagged: Bool

  public init(_ text: String, style: Style, isMistagged: Bool = false) {
    self.text = text
    self.style = style
    self.isMistagged = isMistagged
  }

  /// The value by the core schema of YAML 1.2 (section 10.3.2): `yes`, `no`, `on` and `off` are texts.
  public var resolved: YAMLScalarValue {
    style == .plain ? CoreSchema.resolve(text) : .text(text)
  }

  /// Whether it is nothing: `~`, `null` or no text at all.
  public var isNull: Bool { style == .plain && CoreSchema.isNull(text) }

  /// The text, cut where it is long, for messages.
  public var shortened: String { Diagnostic.shortened(text) }
}

/// A scalar's value by the core schema.
public enum YAMLScalarValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  /// Floats, and integers beyond 64 bits. May be infinite or not a number.
  case double(Double)
  case text(String)
}
