extension Function {
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

  static let toBytes = Function(
    name: "bytes", summary: "The UTF-8 bytes of a text.",
    overloads: [
      conversion("bytes_to_bytes", .bytes, .bytes, "bytes(b'a') == b'a'", "true") { $0 },
      conversion("string_to_bytes", .string, .bytes, "bytes('é') == b'\\303\\251'", "true") { value in
        value.asString.map { .bytes(Array($0.utf8)) }
      },
    ])

  static let toDouble = Function(
    name: "double", summary: "The number as a decimal one.",
    overloads: [
      conversion("double_to_double", .double, .double, "double(0.5)", "0.5") { $0 },
      conversion("int64_to_double", .int, .double, "double(2)", "2") { $0.asInt.map { .double(Double($0)) } },
      conversion("uint64_to_double", .uint, .double, "double(2u)", "2") { $0.asUint.map { .double(Double($0)) } },
      conversion("string_to_double", .string, .double, "double('1e-3')", "0.001") { value in
        value.asString.flatMap { NumberText.double($0) }.map { .double($0) }
      },
    ])

  static let toDuration = Function(
    name: "duration", summary: "A length of time, from numbers with the units `h`, `m`, `s`, `ms`, `us` and `ns`.",
    overloads: [
      conversion("duration_to_duration", .duration, .duration, "duration(duration('2s'))", "2 s") { $0 },
      conversion("string_to_duration", .string, .duration, "duration('1m30s')", "90 s") { value in
        value.asString.flatMap { TimeSpan($0) }.map { .duration($0) }
      },
    ])

  static let toInt = Function(
    name: "int",
    summary: "The whole number: of a decimal one without its fraction, of a moment the seconds since 1970.",
    overloads: [
      conversion("int64_to_int64", .int, .int, "int(1)", "1") { $0 },
      conversion("uint64_to_int64", .uint, .int, "int(1u)", "1") { value in
        value.asUint.flatMap { Int64(exactly: $0) }.map { .int($0) }
      },
      conversion("double_to_int64", .double, .int, "int(-1.9)", "-1") { value in
        guard let number = value.asDouble, number > -0x1p63, number < 0x1p63 else { return nil }
        return .int(Int64(number))
      },
      conversion("string_to_int64", .string, .int, "int('-42')", "-42") { value in
        value.asString.flatMap { NumberText.int($0) }.map { .int($0) }
      },
      conversion("timestamp_to_int64", .timestamp, .int, "int(date('1970-01-02'))", "86400") { value in
        value.asTimestamp.map { .int($0.seconds) }
      },
    ])

  static let toString = Function(
    name: "string", summary: "The value as a text.",
    overloads: [
      conversion("string_to_string", .string, .string, "string('a')", "a") { $0 },
      conversion("bool_to_string", .bool, .string, "string(true)", "true") {
        $0.asBool.map { .string($0.description) }
      },
      conversion("bytes_to_string", .bytes, .string, "string(b'abc')", "abc") { value in
        value.asBytes.flatMap { String(validating: $0, as: UTF8.self) }.map { .string($0) }
      },
      conversion("double_to_string", .double, .string, "string(1.50)", "1.5") { value in
        value.asDouble.map { .string(Value.written($0)) }
      },
      conversion("duration_to_string", .duration, .string, "string(duration('1.5m'))", "90s") { value in
        value.asDuration.map { .string($0.seconds) }
      },
      conversion("int64_to_string", .int, .string, "string(-1)", "-1") { $0.asInt.map { .string(String($0)) } },
      conversion("timestamp_to_string", .timestamp, .string, "string(timestamp(0))", "1970-01-01T00:00:00Z") { value in
        value.asTimestamp.map { .string($0.rfc3339) }
      },
      conversion("uint64_to_string", .uint, .string, "string(1u)", "1") { $0.asUint.map { .string(String($0)) } },
    ])

  static let toTimestamp = Function(
    name: "timestamp", summary: "A moment, from RFC 3339 or from seconds since 1970.",
    overloads: [
      conversion("timestamp_to_timestamp", .timestamp, .timestamp, "timestamp(timestamp(0))", "1970-01-01") { $0 },
      conversion("int64_to_timestamp", .int, .timestamp, "timestamp(86400)", "1970-01-02") { value in
        value.asInt.flatMap { Timestamp(seconds: $0) }.map { .timestamp($0) }
      },
      conversion(
        "string_to_timestamp", .string, .timestamp, "timestamp('2026-03-01T08:00:00+08:00')", "2026-03-01"
      ) { value in
        value.asString.flatMap { Timestamp(rfc3339: $0) }.map { .timestamp($0) }
      },
    ])

  static let toUint = Function(
    name: "uint", summary: "The whole number that is not negative.",
    overloads: [
      conversion("uint64_to_uint64", .uint, .uint, "uint(1u)", "1") { $0 },
      conversion("int64_to_uint64", .int, .uint, "uint(1)", "1") { value in
        value.asInt.flatMap { UInt64(exactly: $0) }.map { .uint($0) }
      },
      conversion("double_to_uint64", .double, .uint, "uint(1.9)", "1") { value in
        guard let number = value.asDouble, number > -1, number < 0x1p64, number >= 0 else { return nil }
        return .uint(UInt64(number))
      },
      conversion("string_to_uint64", .string, .uint, "uint('42')", "42") { value in
        value.asString.flatMap { NumberText.uint($0) }.map { .uint($0) }
      },
    ])

  static let toDyn = Function(
    name: "dyn", summary: "The value as it is, without its type being checked beforehand.",
    overloads: [
      Overload(
        id: "to_dyn", .global, [.parameter("A")], .dyn, examples: [("dyn(1) == dyn(1.0)", "true")], openParameters: [0]
      ) { $0[0] }
    ])

  static let type = Function(
    name: "type", summary: "The type of the value.",
    overloads: [
      Overload(
        id: "type", .global, [.parameter("A")], .type(.parameter("A")), examples: [("type(1) == int", "true")]
      ) { .type($0[0].typeName) }
    ])

  /// `convert` gives nil where the value has no counterpart.
  private static func conversion(
    _ id: String, _ parameter: CELType, _ result: CELType, _ example: String, _ shown: String,
    convert: @escaping @Sendable (Value) -> Value?
  ) -> Overload {
    Overload(id: id, .global, [parameter], result, examples: [(example, shown)]) { arguments in
      convert(arguments[0]) ?? .error(.noConversion(arguments[0], to: result.description))
    }
  }
}

/// Numbers as texts write them, and nothing else: no blanks, no separators, no hexadecimal.
enum NumberText {
  static func int(_ text: String) -> Int64? { isPlain(text.utf8.drop { $0 == 0x2B || $0 == 0x2D }) ? Int64(text) : nil }

  static func uint(_ text: String) -> UInt64? { isPlain(text.utf8[...]) ? UInt64(text) : nil }

  private static func isPlain(_ digits: Substring.UTF8View) -> Bool {
    !digits.isEmpty && digits.allSatisfy { Lexer.isDigit($0) }
  }

  static func double(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity", "+Infinity", "Inf", "+Inf", "inf", "+inf": return .infinity
    case "-Infinity", "-Inf", "-inf": return -.infinity
    default: break
    }
    let isNumber = text.utf8.allSatisfy { Lexer.isDigit($0) || "+-.eE".utf8.contains($0) }
    guard isNumber, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}

extension NumberText {
  /// The shortest decimal that reads back as the same number, never with an exponent and without a needless fraction.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return Value.written(value) }
    let description = value.description
    guard let e = description.utf8.firstIndex(where: { $0 == UInt8(ascii: "e") }),
      let exponent = Int(description[description.index(after: e)...])
    else { return description.hasSuffix(".0") ? String(description.dropLast(2)) : description }
    let sign = description.hasPrefix("-") ? "-" : ""
    let parts = description[..<e].drop { $0 == "-" }.split(separator: ".")
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let digits = (parts.first ?? "") + fraction
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let zeros = exponent - fraction.utf8.count
    if zeros >= 0 { return sign + digits + String(repeating: "0", count: zeros) }
    return sign + digits.dropLast(-zeros) + "." + digits.suffix(-zeros)
  }
}
