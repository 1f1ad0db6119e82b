internal import BuiltInPolicies
internal import Diagnostics
internal import PolicyModel
internal import ProjectFiles

/// A pack, or the foundation, that must be this one down to its bytes: `human-control@92dc…`.
struct PackPin {
  let id: String
  /// In lower-case hexadecimal.
  let sha256: String

  /// Throws a `Failure` where one is not written as it must be, or where two contradict each other.
  static func read(_ texts: [String]) throws -> [PackPin] {
    var pins: [PackPin] = []
    for text in texts {
      let pin = try PackPin(text)
      if let other = pins.first(where: { $0.id == pin.id }), other.sha256 != pin.sha256 {
        throw Failure(.usage, "`--require-pack` names two digests for `\(pin.id)`: it can have only one")
      }
      pins.append(pin)
    }
    return pins
  }

  private init(_ text: String) throws {
    guard let cut = text.lastIndex(of: "@"), cut != text.startIndex else {
      throw Failure(
        .usage, "`--require-pack \(text)`: write the pack's id, `@` and its SHA-256, such as `human-control@92dc…`")
    }
    id = String(text[..<cut])
    let digits = text[text.index(after: cut)...]
    guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || Self.isLetter($0) }) else {
      throw Failure(.usage, "`--require-pack \(text)`: a SHA-256 is written in the digits 0 to 9 and a to f")
    }
    guard digits.utf8.count == 64 else {
      throw Failure(
        .usage,
        "`--require-pack \(text)`: a SHA-256 has 64 digits, and there are \(digits.utf8.count): a part of it would fit "
          + "other packs too")
    }
    sha256 = digits.lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte
  }

  /// Throws a `Failure` where a pack is not there or not the one, or where one was added that no pin names: nothing but
  /// what was pinned may decide. Built-in packs are part of the program, whoever pins others.
  static func check(_ pins: [PackPin], _ policies: PolicySet) throws {
    guard !pins.isEmpty else { return }
    var loaded = policies.packs.map { (id: $0.id, sha256: $0.sha256, file: $0.location.file.name as String?) }
    loaded.append((policies.foundation.id, policies.foundation.sha256, nil))
    for pin in pins {
      guard let found = loaded.first(where: { $0.id == pin.id }) else {
        let near = Suggestions.near(pin.id, in: loaded.map(\.id)).first.map { "did you mean `\($0)`?" }
        let remedy = near ?? "there are \(loaded.map(\.id).joined(separator: ", "))"
        throw Failure(.invalidInput, "no pack `\(pin.id)` is loaded, and it is required: \(remedy)")
      }
      if found.sha256 != pin.sha256 {
        let place = found.file.map { " in `\($0)`" } ?? ""
        throw Failure(
          .invalidInput,
          "`\(pin.id)`\(place) is not the pack that is required: its SHA-256 is \(found.sha256), and not \(pin.sha256); "
            + "nothing was assessed")
      }
    }
    let builtIn = Set(BuiltIn.files.map { Digest.of($0.bytes) })
    for pack in policies.packs where !builtIn.contains(pack.sha256) && !pins.contains(where: { $0.id == pack.id }) {
      throw Failure(
        .invalidInput,
        "the pack `\(pack.id)` in `\(pack.location.file.name)` is not among those required: once packs are required, each "
          + "that is added has to be; its SHA-256 is \(pack.sha256)")
    }
  }
}
