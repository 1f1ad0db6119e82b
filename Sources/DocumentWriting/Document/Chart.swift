/// Bars made of parts, one bar for each of several things that are counted alike.
///
/// No meaning is carried by colour alone: each kind of part has a form of its own, so that a copy in black and white
/// says the same.
public struct Chart: Sendable {
  /// How a kind of part is drawn, from the heaviest to the lightest.
  public enum Form: String, Sendable, CaseIterable {
    case solid, hatched, dotted, pale, outlined, faint
  }

  public struct Series: Sendable {
    public let name: String
    public let form: Form

    public init(_ name: String, _ form: Form) {
      self.name = name
      self.form = form
    }
  }

  public struct Bar: Sendable {
    public let name: Line
    /// One for each series.
    public let counts: [Int]

    public init(_ name: Line, _ counts: [Int]) {
      self.name = name
      self.counts = counts
    }
  }

  public let anchor: String
  /// Unlike that of any other table or chart of the document.
  public let caption: String
  /// What the bars count, for the head of the first column: `Pack`.
  public let subject: String
  public let series: [Series]
  public let bars: [Bar]

  public init(_ anchor: String, caption: String, subject: String, series: [Series], bars: [Bar]) {
    self.anchor = anchor
    self.caption = caption
    self.subject = subject
    self.series = series
    self.bars = bars
  }

  /// The same in numbers.
  public var table: Table {
    Table(
      caption: "\(caption), in numbers",
      columns: [.text(subject)] + series.map { .number($0.name) } + [.number("all")],
      rows: bars.map { bar in
        Table.Row([bar.name] + (bar.counts + [bar.counts.reduce(0, +)]).map { [.text(String($0))] })
      })
  }
}
