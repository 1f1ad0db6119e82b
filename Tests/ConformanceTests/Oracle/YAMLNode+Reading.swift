import LocatedYAML

/// A file of the test data that is not of the expected shape.
struct UnexpectedShape: Error, CustomStringConvertible {
  let description: String
}

extension YAMLNode {
  /// The value under a key that must be there.
  func required(_ key: String) throws -> YAMLNode {
    guard let value = value(forKey: key) else { throw UnexpectedShape(description: "no key `\(key)` in \(described)") }
    return value
  }

  func text() throws -> String {
    guard let scalar else { throw UnexpectedShape(description: "expected a text, found \(described)") }
    return scalar.text
  }

  func text(_ key: String) throws -> String { try required(key).text() }

  func texts() throws -> [String] {
    guard let items else { throw UnexpectedShape(description: "expected a list, found \(described)") }
    return try items.map { try $0.text() }
  }

  func texts(_ key: String) throws -> [String] { try required(key).texts() }

  func pairs() throws -> [(name: String, value: YAMLNode)] {
    guard let entries else { throw UnexpectedShape(description: "expected a mapping, found \(described)") }
    return entries.map { ($0.name, $0.value) }
  }

  func number() throws -> Double {
    guard let number = scalar?.number else {
      throw UnexpectedShape(description: "expected a number, found \(described)")
    }
    return number
  }
}

extension YAMLScalar {
  /// The number that a plain scalar writes, or nil.
  var number: Double? {
    switch resolved {
    case .int(let value): Double(value)
    case .double(let value): value
    case .null, .bool, .text: nil
    }
  }
}
