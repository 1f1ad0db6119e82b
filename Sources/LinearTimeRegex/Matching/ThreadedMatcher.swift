/// Follows all alternatives of a program at once, in order of preference (Pike's machine): knows where a match begins
/// and ends.
struct ThreadedMatcher {
  private let program: RegexProgram

  init(_ program: RegexProgram) {
    self.program = program
  }

  /// The threads at one place of the text: a set in order of preference.
  private struct Threads {
    var order: [Int] = []
    var starts: [Int]
    private var marks: [Int]
    private var generation = 0

    init(_ size: Int) {
      starts = Array(repeating: 0, count: size)
      marks = Array(repeating: -1, count: size)
    }

    mutating func clear() {
      order.removeAll(keepingCapacity: true)
      generation += 1
    }

    mutating func insert(_ instruction: Int) -> Bool {
      if marks[instruction] == generation { return false }
      marks[instruction] = generation
      return true
    }
  }

  /// The leftmost match that begins at `from` or later, in code points.
  ///
  /// - Complexity: the length of the text times the size of the program.
  func firstMatch(in text: [Unicode.Scalar], from: Int) -> Range<Int>? {
    var current = Threads(program.instructions.count)
    var next = Threads(program.instructions.count)
    var stack: [Int] = []
    var match: Range<Int>?
    current.clear()
    var index = from
    while true {
      let before = index > 0 ? text[index - 1] : nil
      let after = index < text.count ? text[index] : nil
      if match == nil { follow(0, start: index, before, after, into: &current, &stack) }
      if current.order.isEmpty, match != nil { return match }
      next.clear()
      let following = index + 1 < text.count ? text[index + 1] : nil
      threads: for thread in current.order {
        switch program.instructions[thread] {
        case .match:
          match = current.starts[thread]..<index
          break threads
        case .take(let set, let target):
          if let after, program.sets[set].contains(after) {
            follow(target, start: current.starts[thread], after, following, into: &next, &stack)
          }
        case .split, .jump, .check: break
        }
      }
      if after == nil { return match }
      swap(&current, &next)
      index += 1
    }
  }

  private func follow(
    _ instruction: Int, start: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?, into threads: inout Threads,
    _ stack: inout [Int]
  ) {
    stack.append(instruction)
    while let place = stack.popLast() {
      guard threads.insert(place) else { continue }
      switch program.instructions[place] {
      case .jump(let target): stack.append(target)
      case .split(let first, let second):
        stack.append(second)
        stack.append(first)
      case .check(let assertion, let target):
        if program.holds(assertion, between: before, and: after) { stack.append(target) }
      case .take, .match:
        threads.starts[place] = start
        threads.order.append(place)
      }
    }
  }
}
