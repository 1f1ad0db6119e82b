internal import ProjectFiles

/// The name that a file gets which somebody sends: that which it had, as far as it can name a plain document.
struct EvidenceFileName {
  let text: String

  /// Bytes of a name without its ending, and of the ending: file systems end names at 255, and a file that is being
  /// written has a longer name for a moment.
  private static let longestStem = 160
  private static let longestEnding = 32
  /// Names of programs: evidence is read, never run.
  private static let programs: Set<String> = [
    "app", "bat", "cmd", "com", "cpl", "desktop", "dll", "exe", "hta", "jar", "js", "jse", "lnk", "msi", "ps1", "reg",
    "scr", "sh", "so", "vbe", "vbs", "wsf",
  ]

  /// What Windows takes for a device, whatever ending follows.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + ["com", "lpt"].flatMap { port in "0123456789¹²³".map { "\(port)\($0)" } })

  /// `taken` says of a name whether it is. Throws a refusal where no file of evidence can have the name.
  init(_ given: String, taken: (String) -> Bool) throws {
    let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    guard !last.hasPrefix(".") else {
      throw EvidenceForm.Refusal.because("`\(given)` is the name of a hidden file: give it another one")
    }
    let plain = Self.plain(String(last))
    guard !ProjectPaths.isRecord(plain) else {
      throw EvidenceForm.Refusal.because(
        "`\(given)` is the name of a review record, and would be taken for one: give it another one")
    }
    guard !Self.devices.contains(plain.prefix { $0 != "." }.lowercased()) else {
      throw EvidenceForm.Refusal.because("`\(given)` is the name of a device where Windows runs: give it another one")
    }
    let cut = plain.lastIndex(of: ".").flatMap { $0 == plain.startIndex ? nil : $0 }
    let ending = cut.map { String(plain[plain.index(after: $0)...]) } ?? ""
    guard !Self.programs.contains(ending.lowercased()) else {
      throw EvidenceForm.Refusal.because("`\(given)` is the name of a program: evidence is a document")
    }
    // What else is in JSON is told apart when a folder is searched; a YAML file that can't be read is not.
    guard !["yaml", "yml"].contains(ending.lowercased()) else {
      throw EvidenceForm.Refusal.because(
        "`\(given)` is the name of a project description, and could be taken for one: give it another ending, such as `.txt`"
      )
    }
    let stem = Self.shortened(cut.map { plain[..<$0] } ?? plain[...], to: Self.longestStem)
    guard stem.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw EvidenceForm.Refusal.because("`\(given)` is no name for a file: give it another one")
    }
    let tail = ending.isEmpty ? "" : "." + Self.shortened(ending[...], to: Self.longestEnding)
    let free = (1...999).lazy.map { $0 == 1 ? stem + tail : "\(stem)-\($0)\(tail)" }.first { !taken($0) }
    guard let free else {
      throw EvidenceForm.Refusal.because("there are too many files called `\(stem)`: give it another name")
    }
    text = free
  }

  /// Letters, digits and a few marks; `-` for a run of others. Some systems drop dots at the end, so none stands there.
  private static func plain(_ name: String) -> String {
    var out = ""
    for character in name {
      if character.isLetter || character.isNumber || "._".contains(character) {
        out.append(character)
      } else if out.last != "-" {
        out.append("-")
      }
    }
    while let last = out.last, last == "." || last == "-" { out.removeLast() }
    return String(out.drop { $0 == "-" })
  }

  private static func shortened(_ text: Substring, to bytes: Int) -> String {
    var text = text
    while text.utf8.count > bytes { text.removeLast() }
    return String(text)
  }
}
