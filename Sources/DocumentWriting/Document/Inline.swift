/// A part of a line of text.
public enum Inline: Sendable, Hashable {
  case text(String)
  /// What the eye should find first.
  case strong(String)
  /// A term where it is explained.
  case definition(String)
  /// A name or value as it stands in files.
  case code(String)
  /// Leads to another place in the document.
  case link(String, to: String)
  /// A name as it stands in files, which leads to where it is described.
  case codeLink(String, to: String)
  /// A word of the glossary, which leads to what it means.
  case term(String, to: String, meaning: String)
  /// A word that classifies, told from the text around it by its form.
  case label(String, Label)

  /// The words alone.
  public var words: String {
    switch self {
    case .text(let text), .strong(let text), .definition(let text), .code(let text), .link(let text, _),
      .codeLink(let text, _),
      .term(let text, _, _), .label(let text, _):
      text
    }
  }
}

/// What a label says; no meaning is carried by colour alone.
public enum Label: Sendable, Hashable {
  case grave, serious, slight
  case doubt
  case good
  case plain
}

/// A line of text.
public typealias Line = [Inline]

extension Line {
  /// The program's own words, in which backquotes stand around names as they stand in files.
  public init(_ words: String) {
    self = words.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
      part.isEmpty ? nil : index.isMultiple(of: 2) ? .text(String(part)) : .code(String(part))
    }
  }

  /// Lines one behind the other, with something between them.
  public static func joined(_ lines: [Line], by separator: String = ", ") -> Line {
    var out: Line = []
    for line in lines {
      if !out.isEmpty { out.append(.text(separator)) }
      out += line
    }
    return out
  }

  public var words: String { map(\.words).joined() }
}
