internal import CEL
internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.number-in-words`: an overlay changes the number, and the words stay behind.
  static let numbersInWords = LintCheck("Words that write out a number which is a parameter.") { subject in
    let parameters = subject.policies.foundation.parameters
    return subject.policies.rules.flatMap { rule in
      let read = rule.parametersRead.subtracting(rule.namedParameters)
      let words = Set(tokens([rule.title, rule.requires, rule.why ?? "", rule.remedy, rule.note ?? ""]))
      return parameters.filter { read.contains($0.name) }.compactMap { parameter in
        spellings(parameter.value).first { words.contains($0) }.map { Messages.numberInWords(rule, parameter, $0) }
      }
    }
  }

  private static let names = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// As digits, and as a word where that is usual. Zero and one are written for many reasons.
  private static func spellings(_ value: Double) -> [String] {
    if value == 0 || value == 1 { return [] }
    let digits = Value.double(value).written
    if value == 0.5 { return [digits, "half"] }
    guard value == value.rounded(), (2...12).contains(value) else { return [digits] }
    return [digits, names[Int(value) - 2]]
  }

  private static func tokens(_ texts: [String]) -> [String] {
    texts.flatMap { text in
      text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }.map { token in
        String(token.last == "." ? token.dropLast() : token)
      }
    }
  }
}
