import SeededRandomness

/// Writes answers by field name as the nested YAML of a project description.
enum ProjectText {
  static func write(_ answers: [String: Generated], evidence: [Generated] = []) -> String {
    var lines = ["answerable: project/1"]
    var open: [String] = []
    for name in answers.keys.sorted() {
      guard let value = answers[name] else { continue }
      let parts = name.split(separator: ".").map(String.init)
      let groups = Array(parts.dropLast())
      var shared = 0
      while shared < min(open.count, groups.count), open[shared] == groups[shared] { shared += 1 }
      for depth in shared..<groups.count { lines.append(indent(depth) + groups[depth] + ":") }
      open = groups
      lines.append(indent(groups.count) + (parts.last ?? "") + ": " + value.flow)
    }
    if !evidence.isEmpty {
      lines.append("evidence:")
      lines += evidence.map { "  - " + $0.flow }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text with a line that does not belong there: a key given twice, or one that nobody asks for.
  static func spoilt(_ text: String, _ random: inout SplitMix64) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let answers = lines.indices.filter {
      lines[$0].hasPrefix("  ") && lines[$0].contains(": ") && !lines[$0].contains("- {")
    }
    guard let place = answers.randomElement(using: &random) else { return text }
    let line = lines[place]
    switch random.number(0...5) {
    case 0: lines.insert(line, at: place)
    case 1: lines.insert(line.prefix { $0 == " " } + "no_such_field: true", at: place)
    case 2: lines.insert("no_such_section: {a: 1}", at: 1)
    case 3: lines += ["scope:", "  isr: true"]
    case 4: lines.insert("scope.isr: true", at: 1)
    default: lines.insert("retire.plan_status: approved", at: 1)
    }
    return lines.joined(separator: "\n")
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
