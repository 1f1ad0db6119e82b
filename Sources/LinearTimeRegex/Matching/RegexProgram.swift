internal import UnicodeText

/// A pattern as instructions for a machine that follows all alternatives at once.
struct RegexProgram: Sendable {
  enum Instruction: Sendable {
    /// Takes one code point of a set.
    case take(set: Int, next: Int)
    /// Goes both ways; `first` is preferred.
    case split(first: Int, second: Int)
    case jump(Int)
    case check(Assertion, next: Int)
    case match
  }

  var instructions: [Instruction] = []
  var sets: [ScalarSet] = []
  var wordsOfAnyScript: Bool

  func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.value < 0x80 { return ScalarSet.ASCIIClass.word.contains(scalar) }
    return wordsOfAnyScript && ScalarClass.isLetterOrNumber(scalar)
  }

  func holds(_ assertion: Assertion, between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
    switch assertion {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordBoundary: isWord(before) != isWord(after)
    case .noWordBoundary: isWord(before) == isWord(after)
    }
  }
}

/// Compiles a parsed pattern, within a limit on the program's size.
struct ProgramBuilder {
  private var program: RegexProgram
  private var setNumbers: [ScalarSet: Int] = [:]
  private let limit: Int
  private let patternLength: Int

  static func build(_ node: PatternNode, options: LinearRegex.Options, patternLength: Int) throws(RegexSyntaxError)
    -> RegexProgram
  {
    var builder = ProgramBuilder(
      program: RegexProgram(wordsOfAnyScript: options.wordsOfAnyScript), limit: options.programSize,
      patternLength: patternLength)
    try builder.emit(node)
    try builder.append(.match)
    return builder.program
  }

  private init(program: RegexProgram, limit: Int, patternLength: Int) {
    self.program = program
    self.limit = limit
    self.patternLength = patternLength
  }

  private var end: Int { program.instructions.count }

  private mutating func append(_ instruction: RegexProgram.Instruction) throws(RegexSyntaxError) {
    if end >= limit {
      throw RegexSyntaxError(
        message: "the pattern is too large once its repetitions are written out", range: 0..<patternLength,
        remedy: "use smaller counts, or several patterns")
    }
    program.instructions.append(instruction)
  }

  private mutating func emit(_ node: PatternNode) throws(RegexSyntaxError) {
    switch node {
    case .empty: break
    case .scalars(let set):
      let number = setNumbers[set] ?? program.sets.count
      if number == program.sets.count {
        program.sets.append(set)
        setNumbers[set] = number
      }
      try append(.take(set: number, next: end + 1))
    case .assertion(let assertion): try append(.check(assertion, next: end + 1))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .alternatives(let alternatives): try emit(alternatives: alternatives)
    case .repetition(let body, let minimum, let maximum, let isGreedy):
      for _ in 0..<minimum { try emit(body) }
      if let maximum {
        try emit(optional: body, count: maximum - minimum, isGreedy: isGreedy)
      } else {
        let loop = end
        try append(.jump(0))
        try emit(body)
        try append(.jump(loop))
        program.instructions[loop] = split(loop + 1, end, isGreedy)
      }
    }
  }

  private mutating func emit(alternatives: [PatternNode]) throws(RegexSyntaxError) {
    var exits: [Int] = []
    for (index, alternative) in alternatives.enumerated() {
      guard index < alternatives.count - 1 else {
        try emit(alternative)
        break
      }
      let fork = end
      try append(.jump(0))
      try emit(alternative)
      exits.append(end)
      try append(.jump(0))
      program.instructions[fork] = .split(first: fork + 1, second: end)
    }
    for exit in exits { program.instructions[exit] = .jump(end) }
  }

  private mutating func emit(optional body: PatternNode, count: Int, isGreedy: Bool) throws(RegexSyntaxError) {
    var forks: [Int] = []
    for _ in 0..<count {
      forks.append(end)
      try append(.jump(0))
      try emit(body)
    }
    for fork in forks { program.instructions[fork] = split(fork + 1, end, isGreedy) }
  }

  private func split(_ body: Int, _ exit: Int, _ isGreedy: Bool) -> RegexProgram.Instruction {
    isGreedy ? .split(first: body, second: exit) : .split(first: exit, second: body)
  }
}
