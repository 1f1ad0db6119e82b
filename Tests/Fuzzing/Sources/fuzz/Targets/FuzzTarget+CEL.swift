import CEL
import PolicyModel

extension FuzzTarget {
  /// What is checked evaluates without an error of types, with all answers missing as with none; what is printed parses
  /// to the same.
  static let cel = FuzzTarget(name: "cel") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let policies = World.policies
    let (checked, issues) = policies.environment.compile(text)
    guard let checked else {
      promise(!issues.isEmpty, "refused without a word")
      return
    }
    let program = policies.environment.plan(checked)
    let nothing = policies.variables(answers: policies.schema.questions.map { _ in nil }, on: World.day)
    let value = program.evaluate(nothing)
    promise(value.written == program.evaluate(nothing).written, "two evaluations, two results")
    let left = program.residual(nothing)
    // A short expression can stand for a text that is longer than any that is read.
    guard left.unicodeScalars.count <= Limits.default.sourceLength else { return }
    let (again, complaints) = policies.environment.parse(left)
    promise(again != nil, "what is left does not parse: \(complaints.map(\.message))")
  }
}
