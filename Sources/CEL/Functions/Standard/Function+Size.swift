extension Function {
  /// `size(x)`, `x.size()`: how many code points, bytes, items or entries there are.
  static let size = Function(
    name: "size", summary: "How many code points a text, bytes in bytes, items in a list or entries in a map.",
    overloads: [
      overload("size_string", .global, .string, "size('é')", "1"),
      overload("size_bytes", .global, .bytes, "size(b'é')", "2"),
      overload("size_list", .global, .list(.parameter("A")), "size([1, 2])", "2"),
      overload("size_map", .global, .map(.parameter("A"), .parameter("B")), "size({'a': 1})", "1"),
      overload("string_size", .member, .string, "'é'.size()", "1"),
      overload("bytes_size", .member, .bytes, "b'é'.size()", "2"),
      overload("list_size", .member, .list(.parameter("A")), "[1, 2].size()", "2"),
      overload("map_size", .member, .map(.parameter("A"), .parameter("B")), "{'a': 1}.size()", "1"),
    ])

  private static func overload(
    _ id: String, _ style: Overload.Style, _ parameter: CELType, _ example: String, _ result: String
  ) -> Overload {
    Overload(id: id, style, parameter, .int, examples: [(example, result)], openParameters: [0]) { value, _ in
      switch value {
      case .string(let text): return .int(Int64(text.unicodeScalars.count))
      case .bytes(let bytes): return .int(Int64(bytes.count))
      // Items that are not known count; further items that are possible do not let the number be known.
      case .list(let list): return list.openness.map { .unknown($0) } ?? .int(Int64(list.items.count))
      case .map(let map): return map.openness.map { .unknown($0) } ?? .int(Int64(map.entries.count))
      default: return .noOverload("size")
      }
    }
  }
}
