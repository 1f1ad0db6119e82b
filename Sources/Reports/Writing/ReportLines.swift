internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel

/// The lines of a report for people, and how things are said that occur in several reports.
struct ReportLines {
  var lines: [String] = []
  private let options: ReportFormat.Options
  private let places = PlaceIndex()

  init(_ options: ReportFormat.Options) {
    self.options = options
  }

  mutating func append(_ line: String = "") { lines.append(line) }

  /// Wraps what users and packs wrote: nothing in it can steer a terminal.
  mutating func add(_ text: String, indent: Int = 0, first: String? = nil) {
    lines += TextWrapping.wrap(
      DiagnosticRenderer.printable(text), width: options.width, indent: indent, first: first)
  }

  mutating func heading(_ text: String) {
    lines.append("")
    lines.append(paint(text, .strong))
  }

  func paint(_ text: String, _ style: Decorator.Style) -> String { options.decorator.paint(text, as: style) }

  /// `turret.yaml:104:20`.
  func place(_ location: Location) -> String {
    let start = places.region(location).start
    return "\(DiagnosticRenderer.printable(location.file.name)):\(start.line):\(start.column)"
  }

  /// A day in ISO form.
  static func date(_ day: Int?) -> String { day.map { CivilDate(day: $0).description } ?? "?" }

  /// What decides a rule: each cause with its place, alternatives as such.
  mutating func writeCauses(_ causes: [Finding]) {
    var current: Alternative?
    for cause in causes {
      if let next = cause.alternative, next.choice != current?.choice {
        lines.append("    " + paint("one of these would do:", .quiet))
      }
      let opening =
        if let next = cause.alternative { next == current ? "    and " : "    or  " } else { "    " }
      write(
        cause, opening: cause.alternative?.choice == current?.choice || cause.alternative == nil ? opening : "        ")
      current = cause.alternative
    }
  }

  /// `opening` stands before the place, and says how it goes with the cause before it.
  private mutating func write(_ cause: Finding, opening: String) {
    let place = cause.location.map { self.place($0) }
    let indent = opening.utf8.count + (place == nil ? 0 : 2)
    if let place { lines.append(opening + paint(place, .quiet)) }
    add(cause.inWords, indent: indent, first: place == nil ? opening : nil)
    for other in cause.relatedInWords { add(other, indent: indent) }
  }
}

extension PolicySet {
  /// The clauses of a rule, each with what it says.
  func clauseTexts(_ rule: Rule) -> String {
    rule.clauses.map { id in
      let text = foundation.instrument.clauses.first { $0.id == id }?.text ?? ""
      return "\(id) \(text)"
    }.joined(separator: "; ")
  }
}
