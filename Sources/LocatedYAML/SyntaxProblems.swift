/// What libyaml's terse problems mean for somebody who is not a programmer.
enum SyntaxProblems {
  private struct Entry {
    let problem: String
    var context: String?
    let message: String
    let remedy: String
  }

  private static let entries = [
    Entry(
      problem: "found character that cannot start any token",
      message: "this character can't begin a value",
      remedy: "indent with spaces, not tabs; put quotes around a text that begins with `@`, `` ` `` or `%`"),
    Entry(
      problem: "found a tab character that violates indentation", message: "a tab is used for indentation",
      remedy: "indent with spaces"),
    Entry(
      problem: "could not find expected ':'", message: "expected `:` after the name",
      remedy: "write `name: value`; put quotes around a text that goes over several lines"),
    Entry(
      problem: "mapping values are not allowed in this context", message: "a `:` is not expected here",
      remedy: "put quotes around a text that holds `: `, and check the indentation of this line"),
    Entry(
      problem: "found unexpected end of stream", context: "while scanning a quoted scalar",
      message: "the text ends before its closing quote", remedy: "close the quote; is the file complete?"),
    Entry(
      problem: "found unexpected end of stream", message: "the input ends too early", remedy: "is the file complete?"),
    Entry(
      problem: "did not find expected ',' or ']'", message: "expected `,` or `]` in this list",
      remedy: "close the list with `]`; is the file complete?"),
    Entry(
      problem: "did not find expected ',' or '}'", message: "expected `,` or `}` in this mapping",
      remedy: "close the mapping with `}`; is the file complete?"),
    Entry(
      problem: "did not find expected key", message: "expected a name followed by `:`",
      remedy: "check the indentation: names of one group begin in the same column"),
    Entry(
      problem: "did not find expected '-' indicator", message: "expected `-` before the next item",
      remedy: "check the indentation: items of one list begin in the same column"),
    Entry(
      problem: "block sequence entries are not allowed in this context", message: "a list item is not expected here",
      remedy: "begin the list on a line of its own, below its name"),
    Entry(
      problem: "did not find expected <document start>", message: "expected the end of the document",
      remedy: "a document is one mapping: check the indentation, or separate projects with a line `---`"),
    Entry(
      problem: "found invalid Unicode character escape code", message: "this escape is no Unicode character",
      remedy: "write the character itself"),
    Entry(
      problem: "found unknown escape character", message: "this escape is not known",
      remedy: "use single quotes where a text holds backslashes"),
    Entry(
      problem: "found undefined tag handle", message: "the tag's handle is not defined",
      remedy: "put quotes around a text that begins with `!`"),
    Entry(
      problem: "found unexpected document indicator", message: "a line `---` or `...` stands inside a quoted text",
      remedy: "close the quote before it; is the file complete?"),
    Entry(
      problem: "mapping keys are not allowed in this context", message: "a `?` is not expected here",
      remedy: "put quotes around a text that begins with `?`"),
    Entry(
      problem: "did not find expected node content", message: "expected a value here",
      remedy: "remove the extra comma or bracket, or write the value before it"),
    Entry(
      problem: "found unknown directive name", message: "a line that begins with `%` is not known",
      remedy: "remove the line"),
    Entry(
      problem: "found incompatible YAML document", message: "this version of YAML is not known",
      remedy: "remove the line that begins with `%YAML`"),
    Entry(
      problem: "found duplicate %YAML directive", message: "the version of YAML is given twice",
      remedy: "remove the lines that begin with `%`"),
    Entry(
      problem: "found duplicate %TAG directive", message: "a tag's handle is defined twice",
      remedy: "remove the lines that begin with `%`"),
    Entry(
      problem: "did not find expected alphabetic or numeric character", context: "while scanning an alias",
      message: "a `*` at the beginning of a value repeats another one, and here is no name",
      remedy: "put quotes around a text that begins with `*`"),
    Entry(
      problem: "did not find expected alphabetic or numeric character", context: "while scanning an anchor",
      message: "a `&` at the beginning of a value gives it a name, and here is no name",
      remedy: "put quotes around a text that begins with `&`"),
    Entry(
      problem: "did not find expected comment or line break", context: "while scanning a block scalar",
      message: "nothing may follow `|` or `>` on its line",
      remedy: "begin the text on the next line, indented; or put quotes around a text that begins with `|` or `>`"),
    Entry(
      problem: "found an indentation indicator equal to 0", message: "the digit behind `|` or `>` must not be 0",
      remedy: "remove the digit"),
    Entry(
      problem: "found a tab character where an indentation space is expected", message: "a tab is used for indentation",
      remedy: "indent with spaces"),
    Entry(
      problem: "did not find expected hexdecimal number", message: "this escape is no Unicode character",
      remedy: "use single quotes where a text holds backslashes"),
    Entry(
      problem: "found unexpected ':'", message: "a `:` is not expected here",
      remedy: "put a space behind it, or put quotes around the text"),
  ]

  /// The message and the remedy for one of libyaml's problems.
  static func explain(_ problem: String, context: String?) -> (message: String, remedy: String) {
    for entry in entries where entry.problem == problem && (entry.context == nil || entry.context == context) {
      return (entry.message, entry.remedy)
    }
    return (
      plain(problem), "check quotes, brackets and indentation here; put quotes around a text with special characters"
    )
  }

  /// libyaml's own words, less its jargon.
  static func plain(_ words: String) -> String {
    var out = words
    for (jargon, plain) in [
      ("while scanning a simple key", "while reading this name"), ("while parsing a block mapping", "in this mapping"),
      ("while parsing a flow sequence", "in this list"), ("while parsing a flow mapping", "in this mapping"),
      ("while parsing a block collection", "in this list"), ("while scanning for the next token", "here"),
      ("while scanning a quoted scalar", "in this quoted text"), ("scalar", "text"),
    ] where out.hasPrefix(jargon) || jargon == out {
      out = plain + out.dropFirst(jargon.count)
    }
    return out
  }
}
