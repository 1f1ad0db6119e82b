/// What a document is made of, whatever format it is written in.
public enum Block: Sendable {
  case paragraph(Line)
  /// What an entry is about, before everything else.
  case lead(Line)
  /// Facts about an entry in a line below its title.
  case facts(Line)
  case list([Line])
  case fields([Field])
  case table(Table)
  case chart(Chart)
  /// Text whose lines are kept.
  case code(String)
  /// What must not be missed.
  case notice(Notice)
  /// Lets a reader choose which rows of the tables below are shown.
  case filter(Filter)
  case section(Section)
}

/// A name with what stands under it.
public struct Field: Sendable {
  public let name: String
  public let blocks: [Block]

  public init(_ name: String, blocks: [Block]) {
    self.name = name
    self.blocks = blocks
  }

  public init(_ name: String, _ line: Line) {
    self.init(name, blocks: [.paragraph(line)])
  }
}

/// A part of a document with a title, which can be led to.
public struct Section: Sendable {
  public let anchor: String
  public let title: Line
  /// Whether the contents list it.
  public let isInContents: Bool
  /// Whether it stays on one page where it can.
  public let isEntry: Bool
  public let blocks: [Block]

  /// A part that the contents list.
  public init(_ anchor: String, _ title: String, _ blocks: [Block], isInContents: Bool = true) {
    self.anchor = anchor
    self.title = [.text(title)]
    self.isInContents = isInContents
    self.isEntry = false
    self.blocks = blocks
  }

  /// One of many things of a kind.
  public init(entry anchor: String, _ title: Line, _ blocks: [Block]) {
    self.anchor = anchor
    self.title = title
    isInContents = false
    isEntry = true
    self.blocks = blocks
  }
}

/// A table; the first cell of each row is what the row is about.
public struct Table: Sendable {
  public struct Column: Sendable {
    public let title: String
    public let isNumber: Bool

    public static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    public static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  public struct Row: Sendable {
    public let anchor: String?
    /// The lines of each cell.
    public let cells: [[Line]]
    /// The choices of filters under which the row is shown.
    public let tags: [Filter.Tag]

    public init(_ cells: [Line], anchor: String? = nil, tags: [Filter.Tag] = []) {
      self.init(lines: cells.map { $0.isEmpty ? [] : [$0] }, anchor: anchor, tags: tags)
    }

    public init(lines cells: [[Line]], anchor: String? = nil, tags: [Filter.Tag] = []) {
      self.anchor = anchor
      self.cells = cells
      self.tags = tags
    }
  }

  /// Unlike that of any other table of the document.
  public let caption: String
  public let columns: [Column]
  public let rows: [Row]

  public init(caption: String, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A box that the eye finds first.
public struct Notice: Sendable {
  public let label: Label
  public let title: Line
  public let blocks: [Block]

  public init(_ label: Label, _ title: Line, _ blocks: [Block] = []) {
    self.label = label
    self.title = title
    self.blocks = blocks
  }
}

/// A choice among rows: all of them, or those with one tag. It needs no script; on paper all rows stand.
public struct Filter: Sendable {
  /// Which filter of a document it is: there are two at most.
  public enum Group: String, Sendable, CaseIterable {
    case first = "a"
    case second = "b"
  }

  /// One choice of a filter.
  public struct Tag: Sendable, Hashable {
    public let group: Group
    /// From 0; at most `Filter.mostChoices` choices.
    public let number: Int

    public init(_ group: Group, _ number: Int) {
      self.group = group
      self.number = number
    }
  }

  public static let mostChoices = 9

  public let title: String
  public let group: Group
  /// The number of each choice, and its name.
  public let choices: [(number: Int, name: String)]

  public init(_ title: String, _ group: Group, choices: [(number: Int, name: String)]) {
    self.title = title
    self.group = group
    self.choices = choices
  }
}

extension Section {
  /// The sections directly inside.
  public var sections: [Section] {
    blocks.compactMap { block in
      if case .section(let section) = block { section } else { nil }
    }
  }
}
