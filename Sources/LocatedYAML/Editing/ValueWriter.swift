internal import Diagnostics

/// Writes values as blocks of lines or between brackets.
struct ValueWriter {
  /// A value in a block: what stands behind its key or dash, and the lines below, each with its break.
  struct Block {
    var inline = ""
    var below = ""
  }

  /// Columns that a line may have before a long text is folded.
  static let width = 118

  let surroundings: ScalarWriter.Surroundings
  let indentation: Indentation

  /// As a block below a key or a dash in a column. Dashes may stand right below a key, and not right below a dash.
  func block(_ value: NewYAMLValue, under column: Int, isBehindDash: Bool = false) -> Block {
    switch value {
    case .text(let text):
      let body = column + indentation.mapping
      guard let lines = ScalarWriter.fold(text, width: max(40, Self.width - body)) else {
        return Block(inline: flow(value))
      }
      return Block(inline: ">-", below: lines.map { line(body, $0) }.joined())
    case .list(let items) where !items.isEmpty:
      let dash = column + (isBehindDash && indentation.list == 0 ? indentation.mapping : indentation.list)
      return Block(below: items.map { item($0, dashAt: dash, keysAt: dash + 2) }.joined())
    case .mapping(let members) where !members.isEmpty:
      return Block(below: members.map { entry($0, at: column + indentation.mapping) }.joined())
    case .literal, .list, .mapping, .compact: return Block(inline: flow(value))
    }
  }

  /// The lines of an entry of a block mapping.
  func entry(_ member: NewYAMLValue.Member, at column: Int) -> String {
    let value = block(member.value, under: column)
    let key = ScalarWriter.write(member.key, in: .flow)
    return line(column, "\(key):\(value.inline.isEmpty ? "" : " ")\(value.inline)") + value.below
  }

  /// The lines of an item of a block sequence.
  func item(_ value: NewYAMLValue, dashAt dash: Int, keysAt column: Int) -> String {
    let gap = String(repeating: " ", count: max(1, column - dash - 1))
    switch value {
    case .mapping(let members) where !members.isEmpty:
      let lines = members.map { entry($0, at: column) }.joined()
      return Self.spaces(dash) + "-" + gap + lines.dropFirst(column)
    case .list: return line(dash, "-\(gap)\(flow(value))")
    case .text, .literal, .mapping, .compact:
      let value = block(value, under: dash)
      return line(dash, "-\(gap)\(value.inline)") + value.below
    }
  }

  /// On one line.
  func flow(_ value: NewYAMLValue) -> String {
    let isBlock = surroundings == .block
    switch value {
    case .text(let text): return ScalarWriter.write(text, in: surroundings)
    case .literal(let text): return ScalarWriter.writeLiteral(text, in: surroundings)
    case .list, .mapping, .compact:
      return isBlock ? ValueWriter(surroundings: .flow, indentation: indentation).collection(value) : collection(value)
    }
  }

  /// An entry between brackets.
  func flowEntry(_ member: NewYAMLValue.Member) -> String {
    let key = ScalarWriter.write(member.key, in: surroundings == .json ? .json : .flow)
    return "\(key): \(flow(member.value))"
  }

  private func collection(_ value: NewYAMLValue) -> String {
    switch value {
    case .list(let items): "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .mapping(let members), .compact(let members):
      "{" + members.map { flowEntry($0) }.joined(separator: ", ") + "}"
    case .text, .literal: flow(value)
    }
  }

  private func line(_ column: Int, _ text: String) -> String { Self.spaces(column) + text + "\n" }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// How far a document indents.
struct Indentation {
  /// From a key to the keys below it.
  var mapping = 2
  /// From a key to the dashes below it.
  var list = 2

  /// As the first places of a document have it.
  init(_ root: YAMLNode?, _ layout: TextLayout) {
    var (mapping, list): (Int?, Int?)
    func look(_ node: YAMLNode) {
      for item in node.items ?? [] { look(item) }
      for entry in node.entries ?? [] {
        let (start, column) = (Int(entry.value.range.start), layout.column(Int(entry.key.range.start)))
        if start > Int(entry.key.range.end), layout.isFirstOnLine(start), start < layout.bytes.count {
          let step = layout.column(start) - column
          if entry.value.items != nil, layout.bytes[start] == UInt8(ascii: "-"), step >= 0 { list = list ?? step }
          if entry.value.entries != nil, layout.bytes[start] != UInt8(ascii: "{"), step > 0 {
            mapping = mapping ?? step
          }
        }
        look(entry.value)
      }
    }
    if let root { look(root) }
    self.mapping = mapping ?? 2
    self.list = list ?? 2
  }
}
