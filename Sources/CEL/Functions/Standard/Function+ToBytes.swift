extension Function {
  /// `bytes(text)`: the text in UTF-8.
  static let toBytes = Function(
    name: "bytes", summary: "The UTF-8 bytes of a text.",
    overloads: [
      conversion("bytes_to_bytes", .bytes, .bytes, "bytes(b'a') == b'a'", "true") { $0 },
      conversion("string_to_bytes", .string, .bytes, "bytes('é') == b'\\303\\251'", "true") { value in
        value.asString.map { .bytes(Array($0.utf8)) }
      },
    ])
}
