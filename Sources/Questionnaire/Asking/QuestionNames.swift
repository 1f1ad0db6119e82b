internal import Diagnostics
public import PolicyModel

extension AnswerSchema {
  /// The questions whose last part is a name, such as `abort_latency_s`.
  func questions(endingIn name: String) -> [Int] { questions.indices.filter { questions[$0].parts.last == name } }

  /// What may have been meant by a name that no question has: those with that last part first, at most four.
  public func near(_ name: String) -> [String] {
    let found = questions(endingIn: name).map { questions[$0].id }
    if !found.isEmpty { return Array(found.prefix(4)) }
    var shown: [String] = []
    let close =
      Suggestions.near(name, in: questions.map(\.id))
      + questions.filter { !Suggestions.near(name, in: $0.parts.suffix(1)).isEmpty }.map(\.id)
    for id in close where !shown.contains(id) { shown.append(id) }
    return Array(shown.prefix(4))
  }
}
