internal import CLibYAML

/// libyaml's event parser over bytes in memory: the one place where C is called.
///
/// The parser keeps a pointer to itself, so it lives in a heap cell of its own that this struct owns and frees; it
/// never leaves the function that made it.
@safe
struct EventParser: ~Copyable {
  /// One event, with marks counted in code points.
  struct Event {
    enum Kind {
      case streamStart, streamEnd, documentStart, documentEnd
      case alias(String)
      case scalar(YAMLScalar)
      case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }
    var kind: Kind
    var anchor: String?
    var tag: String?
    var start: Int
    var end: Int

    var isStreamEnd: Bool { if case .streamEnd = kind { true } else { false } }
  }

  /// Why parsing stopped, with marks counted in code points.
  struct Failure: Error {
    var problem: String
    var mark: Int
    var context: String?
    var contextMark: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>

  // SAFETY: the cell is allocated here, initialised by libyaml before any use, and freed nowhere but in `deinit`.
  private init() {
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe yaml_parser_initialize(parser)
  }

  // SAFETY: the cell is the one that `init` made; what nobody holds any more nobody uses.
  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
  }

  /// Runs `body` with a parser over the bytes.
  static func parse<Result>(_ bytes: [UInt8], _ body: (borrowing EventParser) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    var outcome: Swift.Result<Result, Failure>?
    // SAFETY: the parser reads the buffer only while `body` runs, inside the buffer's scope.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let parser = EventParser()
      unsafe yaml_parser_set_input_string(parser.parser, buffer.baseAddress, buffer.count)
      do throws(Failure) {
        outcome = .success(try body(parser))
      } catch {
        outcome = .failure(error)
      }
    }
    guard let outcome else { preconditionFailure("the body always ran") }
    return try outcome.get()
  }

  /// The next event. After a failure or the stream's end there is none.
  borrowing func next() throws(Failure) -> Event {
    var raw = unsafe yaml_event_t()
    // SAFETY: libyaml fills the event where it returns 1; its strings are copied before the event is deleted.
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&raw) }
    func event(_ kind: Event.Kind, anchor: String? = nil, tag: String? = nil) -> Event {
      unsafe Event(
        kind: kind, anchor: anchor, tag: tag, start: Int(raw.start_mark.index), end: Int(raw.end_mark.index))
    }
    switch unsafe raw.type {
    case YAML_STREAM_START_EVENT: return event(.streamStart)
    case YAML_DOCUMENT_START_EVENT: return event(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return event(.documentEnd)
    case YAML_ALIAS_EVENT: return unsafe event(.alias(Self.text(raw.data.alias.anchor) ?? ""))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      return unsafe event(
        .scalar(YAMLScalar(Self.text(scalar.value, count: scalar.length), style: Self.style(scalar.style))),
        anchor: Self.text(scalar.anchor), tag: Self.text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe raw.data.sequence_start
      return unsafe event(.sequenceStart, anchor: Self.text(start.anchor), tag: Self.text(start.tag))
    case YAML_MAPPING_START_EVENT:
      let start = unsafe raw.data.mapping_start
      return unsafe event(.mappingStart, anchor: Self.text(start.anchor), tag: Self.text(start.tag))
    case YAML_SEQUENCE_END_EVENT: return event(.sequenceEnd)
    case YAML_MAPPING_END_EVENT: return event(.mappingEnd)
    default: return event(.streamEnd)
    }
  }

  private borrowing func failure() -> Failure {
    // SAFETY: after a failure libyaml's problem and context are static strings or null.
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    return unsafe Failure(
      problem: problem ?? "the input can't be read", mark: Int(parser.pointee.problem_mark.index),
      context: context, contextMark: Int(parser.pointee.context_mark.index))
  }

  // SAFETY: libyaml ends its strings with a zero byte; they hold UTF-8, since the bytes were checked before.
  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }

  // SAFETY: libyaml gives the length of the value that the pointer leads to.
  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?, count: Int) -> String {
    guard let pointer = unsafe pointer, count > 0 else { return "" }
    return unsafe String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self)
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
