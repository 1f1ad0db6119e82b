extension Function {
  /// `bool(text)`: true or false, by name.
  static let toBool = Function(
    name: "bool", summary: "The truth value that a text names.",
    overloads: [
      conversion("bool_to_bool", .bool, .bool, "bool(true)", "true") { $0 },
      conversion("string_to_bool", .string, .bool, "bool('true')", "true") { value in
        switch value.asString {
        case "1", "t", "true", "TRUE", "True": .bool(true)
        case "0", "f", "false", "FALSE", "False": .bool(false)
        default: nil
        }
      },
    ])
}
