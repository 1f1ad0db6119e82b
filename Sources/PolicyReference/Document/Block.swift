/// What a document is made of, whatever format it is written in.
enum Block: Sendable {
  case paragraph(Line)
  /// What an entry is about, before everything else.
  case lead(Line)
  /// Facts about an entry in a line below its title.
  case facts(Line)
  case list([Line])
  case fields([Field])
  case table(Table)
  /// Text whose lines are kept.
  case code(String)
  case section(Section)
}

/// A name with what stands under it.
struct Field: Sendable {
  let name: String
  let blocks: [Block]

  init(_ name: String, blocks: [Block]) {
    self.name = name
    self.blocks = blocks
  }

  init(_ name: String, _ line: Line) {
    self.init(name, blocks: [.paragraph(line)])
  }
}

/// A part of a document with a title, which can be led to.
struct Section: Sendable {
  let anchor: String
  let title: Line
  /// Whether the contents list it.
  let isInContents: Bool
  /// Whether it stays on one page where it can.
  let isEntry: Bool
  let blocks: [Block]

  /// A part that the contents list.
  init(_ anchor: String, _ title: String, _ blocks: [Block], isInContents: Bool = true) {
    self.anchor = anchor
    self.title = [.text(title)]
    self.isInContents = isInContents
    self.isEntry = false
    self.blocks = blocks
  }

  /// One of many things of a kind.
  init(entry anchor: String, _ title: Line, _ blocks: [Block]) {
    self.anchor = anchor
    self.title = title
    isInContents = false
    isEntry = true
    self.blocks = blocks
  }
}

/// A table; the first cell of each row is what the row is about.
struct Table: Sendable {
  struct Column: Sendable {
    let title: String
    var isNumber = false

    static func text(_ title: String) -> Column { Column(title: title) }
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  struct Row: Sendable {
    var anchor: String?
    /// The lines of each cell.
    let cells: [[Line]]

    init(_ cells: [Line], anchor: String? = nil) {
      self.init(lines: cells.map { $0.isEmpty ? [] : [$0] }, anchor: anchor)
    }

    init(lines cells: [[Line]], anchor: String? = nil) {
      self.anchor = anchor
      self.cells = cells
    }
  }

  /// Unlike that of any other table of the document.
  let caption: String
  let columns: [Column]
  let rows: [Row]
}

/// A whole document.
struct ReferenceDocument: Sendable {
  let title: String
  let subtitle: String
  let facts: Line
  let parts: [Section]
}

extension Section {
  /// The sections directly inside.
  var sections: [Section] {
    blocks.compactMap { block in
      if case .section(let section) = block { section } else { nil }
    }
  }
}
