/// Compiles a pattern while it is read. Nothing here calls itself, so that nesting costs no stack.
struct ProgramBuilder {
  /// The last thing read: what a repetition would repeat.
  struct Atom {
    var start: Int
    /// Whether it can match the empty text.
    var isNullable: Bool
    /// How often the counts inside it write its innermost part out.
    var copies: Int
    var texts: MatchedTexts
  }

  /// What is known of an open group, or of the whole pattern.
  private struct Group {
    var alternativeStart: Int
    /// The last atom of the alternative, and what is true of those before it.
    var last: Atom?
    var isNullable = true
    var copies = 1
    var texts = MatchedTexts.Sequence()
    /// The same of the alternatives before.
    var textsBefore: MatchedTexts?
    var hasNullableAlternative = false
    var isAfterEmptyAlternative = false
    var exits: [Int] = []
    let start: Int
  }

  private var program: RegexProgram
  private var groups = [Group(alternativeStart: 0, start: 0)]
  private var asciiSets = [Int32](repeating: -1, count: 256)
  private var otherSets: [ScalarSet: Int32] = [:]
  private let limit: Int
  private let notesTexts: Bool
  private let patternLength: Int
  /// What every match of the pattern holds, once it is finished.
  private(set) var requiredTexts: RequiredTexts?

  init(options: LinearRegex.Options, patternLength: Int) {
    program = RegexProgram(wordsOfAnyScript: options.wordsOfAnyScript)
    program.instructions.reserveCapacity(min(patternLength + patternLength / 4 + 8, options.programSize))
    limit = options.programSize
    notesTexts = options.notesRequiredTexts
    self.patternLength = patternLength
  }

  private var end: Int { program.instructions.count }
  var openGroups: Int { groups.count - 1 }

  private func requireRoom(_ count: Int) throws(RegexSyntaxError) {
    if end + count > limit { throw .programTooLarge(at: 0..<patternLength) }
  }

  private mutating func append(_ instruction: RegexProgram.Instruction) throws(RegexSyntaxError) {
    try requireRoom(1)
    program.instructions.append(instruction)
  }

  private mutating func insert(_ instruction: RegexProgram.Instruction, at place: Int) throws(RegexSyntaxError) {
    try requireRoom(1)
    program.instructions.insert(instruction, at: place)
  }

  mutating func finish() throws(RegexSyntaxError) -> RegexProgram {
    requiredTexts = try closeAlternatives().texts.needed.map { RequiredTexts($0) }
    try append(.match)
    return program
  }

  // MARK: Atoms

  mutating func take(_ value: UInt32, foldsCase: Bool) throws(RegexSyntaxError) {
    let isLetter = value < 0x80 && (0x61...0x7A).contains(value | 0x20)
    let folds = foldsCase && (isLetter || value >= 0x80)
    if value >= 0x80 {
      return try take(.single(value, foldsCase: folds)) { MatchedTexts(value, foldsCase: folds) }
    }
    let key = Int(value) + (folds ? 128 : 0)
    if asciiSets[key] < 0 {
      asciiSets[key] = Int32(program.sets.count)
      program.sets.append(.single(value, foldsCase: folds))
    }
    try appendAtom(.take(asciiSets[key]), isNullable: false) { MatchedTexts(value, foldsCase: folds) }
  }

  mutating func take(_ set: ScalarSet) throws(RegexSyntaxError) {
    try take(set) { MatchedTexts(set) }
  }

  private mutating func take(_ set: ScalarSet, _ texts: () -> MatchedTexts) throws(RegexSyntaxError) {
    let number = otherSets[set] ?? Int32(program.sets.count)
    if Int(number) == program.sets.count {
      program.sets.append(set)
      otherSets[set] = number
    }
    try appendAtom(.take(number), isNullable: false, texts)
  }

  mutating func check(_ assertion: Assertion) throws(RegexSyntaxError) {
    try appendAtom(.check(assertion), isNullable: true) { .nothing }
  }

  private mutating func appendAtom(
    _ instruction: RegexProgram.Instruction, isNullable: Bool, _ texts: () -> MatchedTexts
  ) throws(RegexSyntaxError) {
    let start = end
    try append(instruction)
    push(Atom(start: start, isNullable: isNullable, copies: 1, texts: notesTexts ? texts() : .anything))
  }

  private mutating func push(_ atom: Atom) {
    let top = groups.count - 1
    settleLast(top)
    groups[top].last = atom
  }

  private mutating func settleLast(_ top: Int) {
    guard let last = groups[top].last else { return }
    groups[top].isNullable = groups[top].isNullable && last.isNullable
    groups[top].copies = max(groups[top].copies, last.copies)
    if notesTexts { groups[top].texts.append(last.texts) }
    groups[top].last = nil
  }

  // MARK: Groups and alternatives

  mutating func openGroup() { groups.append(Group(alternativeStart: end, start: end)) }

  mutating func closeGroup() throws(RegexSyntaxError) {
    let atom = try closeAlternatives()
    groups.removeLast()
    push(atom)
  }

  /// Ends an alternative with another to follow.
  mutating func endAlternative() throws(RegexSyntaxError) {
    let top = groups.count - 1
    let start = groups[top].alternativeStart
    let isEmpty = start == end
    endTexts(top)
    // A second empty alternative in a row adds nothing: `(||||)` is as small as `(|)`.
    if !isEmpty || !groups[top].isAfterEmptyAlternative {
      settleLast(top)
      try insert(.split(1, Int32(end - start + 2)), at: start)
      groups[top].exits.append(end)
      try append(.jump(0))
    }
    groups[top].hasNullableAlternative = groups[top].hasNullableAlternative || groups[top].isNullable
    groups[top].isNullable = true
    groups[top].isAfterEmptyAlternative = isEmpty
    groups[top].alternativeStart = end
  }

  /// Adds what the alternative that ends matches to what those before it match.
  private mutating func endTexts(_ top: Int) {
    guard notesTexts else { return }
    settleLast(top)
    let texts = groups[top].texts.texts
    groups[top].textsBefore = groups[top].textsBefore?.or(texts) ?? texts
    groups[top].texts = MatchedTexts.Sequence()
  }

  private mutating func closeAlternatives() throws(RegexSyntaxError) -> Atom {
    let top = groups.count - 1
    settleLast(top)
    endTexts(top)
    for exit in groups[top].exits { program.instructions[exit] = .jump(Int32(end - exit)) }
    return Atom(
      start: groups[top].start, isNullable: groups[top].isNullable || groups[top].hasNullableAlternative,
      copies: groups[top].copies, texts: groups[top].textsBefore ?? .anything)
  }

  // MARK: Repetitions

  var hasAtom: Bool { groups[groups.count - 1].last != nil }

  /// Repeats the last atom; false where the counts inside each other come to more than `most`.
  mutating func repeatAtom(_ minimum: Int, _ maximum: Int?, isGreedy: Bool, most: Int) throws(RegexSyntaxError) -> Bool
  {
    let top = groups.count - 1
    guard var atom = groups[top].last else { return true }
    atom.copies = maximum == 0 ? 1 : atom.copies * max(1, maximum ?? minimum)
    if atom.copies > most { return false }
    let start = atom.start
    switch (minimum, maximum) {
    case (0, nil) where !atom.isNullable:
      try insert(split(1, end - start + 2, isGreedy), at: start)
      try append(.jump(Int32(start - end)))
    case (0, nil):
      // One pass through an empty body must count as a pass: `(|a)*` is `((|a)+)?`.
      try append(split(start - end, 1, isGreedy))
      try insert(split(1, end - start + 1, isGreedy), at: start)
    case (1, nil): try append(split(start - end, 1, isGreedy))
    case (0, 1): try insert(split(1, end - start + 1, isGreedy), at: start)
    default: try writeOut(start, minimum, maximum, isGreedy)
    }
    atom.isNullable = atom.isNullable || minimum == 0
    if notesTexts { atom.texts = atom.texts.repeated(minimum, maximum) }
    groups[top].last = atom
    return true
  }

  private mutating func writeOut(_ start: Int, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool)
    throws(RegexSyntaxError)
  {
    let body = Array(program.instructions[start...])
    program.instructions.removeSubrange(start...)
    let optional = maximum.map { $0 - minimum } ?? 0
    try requireRoom(minimum * body.count + optional * (body.count + 1))
    for _ in 0..<minimum { program.instructions += body }
    if maximum == nil { try append(split(-body.count, 1, isGreedy)) }
    for left in (0..<optional).reversed() {
      program.instructions.append(split(1, (left + 1) * (body.count + 1), isGreedy))
      program.instructions += body
    }
  }

  private func split(_ body: Int, _ exit: Int, _ isGreedy: Bool) -> RegexProgram.Instruction {
    isGreedy ? .split(Int32(body), Int32(exit)) : .split(Int32(exit), Int32(body))
  }
}
