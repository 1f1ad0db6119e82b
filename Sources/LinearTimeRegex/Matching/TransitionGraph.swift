/// A program as places and the ways between them, to be read forwards or from the end of a text: read backwards, every
/// way is turned round and every assertion mirrored.
struct TransitionGraph: Sendable {
  struct Step: Sendable {
    let target: Int32
    /// What must hold for this step; nil where nothing must.
    let assertion: Assertion?
  }

  struct Take: Sendable {
    let target: Int32
    let set: Int32
  }

  let program: RegexProgram
  let seed: Int
  let goal: Int
  /// The places that a state of the automaton must remember.
  private(set) var kept: NodeSet
  /// The places where a step waits for the next character.
  private(set) var waiting: NodeSet
  /// Whether a match can begin at the edge of the text only.
  private(set) var isAnchored = false
  private var steps: [Step] = []
  private var takes: [Take] = []
  private var stepStarts: [Int32]
  private var takeStarts: [Int32]

  var count: Int { stepStarts.count - 1 }

  init(_ program: RegexProgram, isBackward: Bool) {
    self.program = program
    let count = program.instructions.count
    seed = isBackward ? count - 1 : 0
    goal = isBackward ? 0 : count - 1
    kept = NodeSet(count)
    waiting = NodeSet(count)
    stepStarts = Array(repeating: 0, count: count + 1)
    takeStarts = stepStarts
    fill(isBackward)
    for node in 0..<count {
      if node == goal || !takes(from: node).isEmpty { _ = kept.insert(node) }
      if isBackward, case .take = program.instructions[node] { _ = kept.insert(node) }
      for step in steps(from: node) {
        guard let assertion = step.assertion, assertion.waitsForNext else { continue }
        _ = kept.insert(node)
        _ = waiting.insert(node)
      }
    }
    isAnchored = !canBeginAnywhere()
  }

  func steps(from node: Int) -> ArraySlice<Step> { steps[Int(stepStarts[node])..<Int(stepStarts[node + 1])] }

  func takes(from node: Int) -> ArraySlice<Take> { takes[Int(takeStarts[node])..<Int(takeStarts[node + 1])] }

  /// Counts the ways out of each place, then puts them where they belong.
  private mutating func fill(_ isBackward: Bool) {
    func origin(_ from: Int, _ target: Int) -> Int { isBackward ? target : from }
    Self.forEachWay(of: program) { from, target, _, set in
      if set == nil { stepStarts[origin(from, target) + 1] += 1 } else { takeStarts[origin(from, target) + 1] += 1 }
    }
    for node in 1...count {
      stepStarts[node] += stepStarts[node - 1]
      takeStarts[node] += takeStarts[node - 1]
    }
    steps = Array(repeating: Step(target: 0, assertion: nil), count: Int(stepStarts[count]))
    takes = Array(repeating: Take(target: 0, set: 0), count: Int(takeStarts[count]))
    var (nextStep, nextTake) = (stepStarts, takeStarts)
    Self.forEachWay(of: program) { from, target, assertion, set in
      let end = Int32(isBackward ? from : target)
      let node = origin(from, target)
      if let set {
        takes[Int(nextTake[node])] = Take(target: end, set: set)
        nextTake[node] += 1
      } else {
        steps[Int(nextStep[node])] = Step(target: end, assertion: isBackward ? assertion?.mirrored : assertion)
        nextStep[node] += 1
      }
    }
  }

  private static func forEachWay(
    of program: RegexProgram, _ body: (_ from: Int, _ target: Int, _ assertion: Assertion?, _ set: Int32?) -> Void
  ) {
    for (place, instruction) in program.instructions.enumerated() {
      switch instruction {
      case .take(let set): body(place, place + 1, nil, set)
      case .check(let assertion): body(place, place + 1, assertion, nil)
      case .jump(let distance): body(place, place + Int(distance), nil, nil)
      case .split(let first, let second):
        body(place, place + Int(first), nil, nil)
        body(place, place + Int(second), nil, nil)
      case .match: break
      }
    }
  }

  private func canBeginAnywhere() -> Bool {
    var seen = NodeSet(count)
    var stack = [seed]
    while let node = stack.popLast() {
      guard seen.insert(node) else { continue }
      if node == goal || !takes(from: node).isEmpty { return true }
      for step in steps(from: node) where step.assertion != .textStart { stack.append(Int(step.target)) }
    }
    return false
  }
}

extension Assertion {
  /// Whether what stood before does not decide it.
  var waitsForNext: Bool { self != .textStart && self != .lineStart }
}
