internal import Diagnostics

/// The wording of everything this module can say, in one alphabetical list.
enum Messages {
  static func byteOrderMark(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.byte-order-mark", "an invisible byte order mark (U+FEFF) stands in the middle of the file",
      at: location,
      notes: [Note("remove it; where files were joined, a line `---` belongs between two projects")])
  }

  static func controlCharacter(_ scalar: UInt32, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.control-character", "an invisible control character (\(named(scalar))) is not allowed here",
      at: location,
      notes: [Note(scalar == 0 ? "is this a text file? save it as UTF-8 text" : "remove it, or type the line again")])
  }

  private static func named(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func duplicateKey(_ name: String, at location: Location, first: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.duplicate-key", "`\(name)` is given twice", at: location,
      notes: [Note("it was first given here", at: first), Note("keep one of the two: neither is taken as an answer")])
  }

  static func invalidUTF8(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.invalid-utf8", "this byte is not valid UTF-8", at: location,
      notes: [Note("save the file with the encoding UTF-8")])
  }

  static func keyIsNoText(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.key-not-text", "a list or a mapping can't be a key", at: location,
      notes: [Note("write a name before the colon; put quotes around a text that begins with `[` or `{`")])
  }

  static func lineSeparator(_ scalar: UInt32, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.line-separator",
      "an invisible line separator (\(named(scalar))) stands here: some programs begin a new line at it, some don't",
      at: location, notes: [Note("remove it, or begin a new line with the Enter key")])
  }

  static func recursiveAlias(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.recursive-alias", "the alias `*\(name)` stands inside what it repeats", at: location,
      notes: [Note("write the value out")])
  }

  /// libyaml's problem in plain words, with the usual cause where there is one.
  static func syntax(problem: String, context: String?, at location: Location, contextAt: Location?) -> Diagnostic {
    let (message, remedy) = SyntaxProblems.explain(problem, context: context)
    var notes = [Note(remedy)]
    if let context, let contextAt { notes.append(Note(SyntaxProblems.plain(context), at: contextAt)) }
    return Diagnostic(.error, code: "yaml.syntax", message, at: location, notes: notes)
  }

  static func tagMismatch(_ tag: String, found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.tag-mismatch", "the tag `\(tag)` does not fit \(found)", at: location,
      notes: [Note("remove the tag")])
  }

  static func tooDeep(_ limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.too-deep", "more than \(limit) lists and mappings stand inside each other", at: location,
      notes: [Note("nothing of this document counts: write it with fewer levels")])
  }

  static func tooLarge(_ limit: Int, isEndless: Bool, at location: Location) -> Diagnostic {
    let remedy = "put long material into evidence files and name those; separate projects with a line `---`"
    return Diagnostic(
      .error, code: "yaml.too-large", "the document is larger than \(limit) bytes", at: location,
      notes: [Note(remedy)] + (isEndless ? [Note("nothing of what comes after it was read")] : []))
  }

  static func tooManyAliases(_ limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.too-many-aliases", "more than \(limit) aliases in one document", at: location,
      notes: [Note("write the values out")])
  }

  static func tooManyMarks(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.too-many-marks", "more than \(CombiningMarks.most) accents stand on one character",
      at: location,
      notes: [Note("delete the word and type it again")])
  }

  static func tooManyNodes(_ limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.too-many-nodes",
      "the document holds more than \(limit) values once its aliases are written out",
      at: location, notes: [Note("nothing of this document counts: put long material into evidence files")])
  }

  static func unknownAlias(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.unknown-alias", "nothing before this is named `&\(name)`", at: location,
      notes: [Note("put quotes around a text that begins with `*`")])
  }

  static func unsupportedTag(_ tag: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.unsupported-tag", "the tag `\(tag)` is not supported", at: location,
      notes: [Note("remove it, or put quotes around a text that begins with `!`")])
  }

  static func utf16(at location: Location) -> Diagnostic {
    Diagnostic(
      .error, code: "yaml.utf-16", "the file is written in UTF-16 or UTF-32, expected UTF-8", at: location,
      notes: [Note("save the file with the encoding UTF-8")])
  }
}
