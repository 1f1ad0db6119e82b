extension Function {
  /// `base64.encode(bytes)`: the bytes as a text in Base64.
  static let base64Encode = Function(
    name: "base64.encode", summary: "The bytes in Base64 (RFC 4648), with padding.",
    overloads: [
      Overload(
        id: "base64_encode_bytes", .global, [.bytes], .string, examples: [("base64.encode(b'hello')", "aGVsbG8=")]
      ) { arguments in
        arguments[0].asBytes.map { .string(Base64.encode($0)) } ?? .noOverload("base64.encode")
      }
    ])
}
