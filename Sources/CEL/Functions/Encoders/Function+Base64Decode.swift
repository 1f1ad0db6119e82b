extension Function {
  /// `base64.decode(text)`: the bytes that a text in Base64 stands for.
  static let base64Decode = Function(
    name: "base64.decode", summary: "The bytes of a text in Base64 (RFC 4648), with padding or without.",
    overloads: [
      Overload(
        id: "base64_decode_string", .global, [.string], .bytes,
        examples: [("string(base64.decode('aGVsbG8='))", "hello"), ("string(base64.decode('aGVsbG8'))", "hello")]
      ) { arguments in
        guard let text = arguments[0].asString else { return .noOverload("base64.decode") }
        return Base64.decode(text).map { .bytes($0) } ?? .error(.notBase64)
      }
    ])
}
