/// Something that takes bytes from outside, and what must hold whatever they are. A crash, a hang or a broken promise
/// ends the run, and libFuzzer writes down the bytes.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// A new target is a file in Targets/ and a line here.
  static let all: [FuzzTarget] = [.yaml, .edit, .cel, .regex, .pack, .project, .review, .http]

  /// What libFuzzer calls has no room for anything that belongs to it.
  nonisolated(unsafe) static var current: FuzzTarget?
}

/// Ends the run where a promise is broken.
func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}
