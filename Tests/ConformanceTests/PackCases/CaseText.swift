import PolicyModel
import PolicyTesting

/// Writes chosen cases as the YAML of a file of cases.
enum CaseText {
  static func write(_ selection: CaseSelection, _ rule: Rule) -> String {
    let base = selection.base.candidate
    var lines = ["  \(rule.id):", "    stage: \(base.stage)"]
    let given = base.answers.sorted { $0.key < $1.key }
    lines += given.isEmpty ? ["    given: {}"] : ["    given:"]
    for (name, value) in given { lines += wrap("      \(name): \(value.flow)", indent: 8) }
    lines.append("    cases:")
    for judged in selection.chosen { lines += write(judged, base) }
    if !selection.survivors.isEmpty {
      lines.append("    equivalent:")
      for name in selection.survivors {
        lines += [
          "      - mutant: '\(name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
        ]
        lines.append("        because: ''")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ judged: CaseWriter.Judged, _ base: CaseWriter.Candidate) -> [String] {
    let candidate = judged.candidate
    var parts: [String] = []
    if candidate.stage != base.stage { parts.append("stage: \(candidate.stage)") }
    let names = Set(candidate.answers.keys).union(base.answers.keys)
    let changed = names.filter { candidate.answers[$0]?.flow != base.answers[$0]?.flow }.sorted()
    let answers = changed.map { "\($0): \(candidate.answers[$0]?.flow ?? "unknown")" }
    if !answers.isEmpty { parts.append("answers: {\(answers.joined(separator: ", "))}") }
    parts.append("outcome: \(judged.outcome)")
    if changed.count == 1, candidate.change == changed[0] {
      if judged.outcome == "fail", judged.causes.allSatisfy({ $0 == changed[0] || $0.hasPrefix(changed[0] + "[") }) {
        parts.append("causes: [\(changed[0])]")
      }
      if judged.outcome == "unknown", judged.unanswered == changed { parts.append("unanswered: [\(changed[0])]") }
    }
    let line = "      - {\(parts.joined(separator: ", "))}"
    guard line.utf8.count > 118 else { return [line] }
    var lines: [String] = []
    for part in parts {
      let opening = lines.isEmpty ? "      - " : "        "
      if part.hasPrefix("answers: "), opening.utf8.count + part.utf8.count > 118 {
        lines.append(opening + "answers:")
        for answer in answers { lines += wrap("          \(answer)", indent: 12) }
      } else {
        lines.append(opening + part)
      }
    }
    return lines
  }

  /// Flow text may be broken after a comma outside quotes.
  private static func wrap(_ line: String, indent: Int) -> [String] {
    guard line.utf8.count > 118 else { return [line] }
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      piece.append(character)
      if character == ",", !isQuoted {
        pieces.append(piece)
        piece = ""
      }
    }
    pieces.append(piece)
    var lines: [String] = []
    var current = ""
    for piece in pieces {
      if !current.isEmpty, current.utf8.count + piece.utf8.count > 118 {
        lines.append(current)
        current = String(repeating: " ", count: indent) + piece.drop { $0 == " " }
      } else {
        current += piece
      }
    }
    lines.append(current)
    return lines
  }
}
