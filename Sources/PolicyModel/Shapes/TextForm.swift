internal import LinearTimeRegex

/// How texts of one kind are written: names, versions.
package struct TextForm: Sendable {
  /// What a text of this form is: `the id of a rule`.
  package let subject: String
  /// A regular expression for the whole text, of what RE2 and ECMAScript have in common.
  package let expression: String
  /// How to write one.
  package let remedy: String
  /// The code of what is not of this form.
  let code: String
  private let regex: LinearRegex

  private init(_ subject: String, _ expression: String, code: String, remedy: String) {
    self.subject = subject
    self.expression = expression
    self.code = code
    self.remedy = remedy
    do throws(RegexSyntaxError) {
      regex = try LinearRegex(expression)
    } catch {
      preconditionFailure("the form of \(subject) is no regular expression: \(error.message)")
    }
  }

  package func accepts(_ text: String) -> Bool { regex.isFound(in: text) }

  package static let version = TextForm(
    "a version", "^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?([+][0-9A-Za-z.-]+)?$",
    code: "pack.bad-version", remedy: "write three numbers joined by dots, such as `1.2.0` (https://semver.org)")

  package static let pack = words("the id of a pack", example: "human-control")

  package static let rule = words("the id of a rule", example: "hc-abort-beats-effect")

  package static let question = TextForm(
    "the name of a question", "^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)+$", code: "pack.bad-name",
    remedy: "write a section, a dot and a name, each of `a` to `z`, `0` to `9` and `_`: `control.abort_latency_s`")

  package static let recordKey = identifier("the key of an entry", example: "holder_type")

  package static let parameter = identifier("the name of a parameter", example: "abort_factor")

  package static let pattern = identifier("the name of a pattern", example: "machine_hard")

  private static func words(_ subject: String, example: String) -> TextForm {
    TextForm(
      subject, "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", code: "pack.bad-name",
      remedy: "write lower-case words joined by hyphens: `\(example)`")
  }

  private static func identifier(_ subject: String, example: String) -> TextForm {
    TextForm(
      subject, "^[a-z][a-z0-9_]*$", code: "pack.bad-name",
      remedy: "write lower-case words joined by `_`, so that conditions can name it: `\(example)`")
  }
}
