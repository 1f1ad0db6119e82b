internal import PolicyModel
internal import ProjectFiles
internal import Questionnaire

/// A project as somebody begins it: a few answers, from which its file is made.
struct NewProjectForm {
  /// The questions that a project begins with: what it is called, then what most rules hang on.
  static let asked = [
    "project.name", "project.kind", "project.lifecycle_stage", "scope.applies_force", "scope.informs_force",
    "scope.learned_model", "scope.affects_individuals", "scope.third_party",
  ]

  /// What was typed, by question.
  private(set) var typed: [String: String] = [:]
  /// The question that something is wrong with, and what; without a question it is the whole.
  private(set) var problem: (question: String?, message: String)?

  init() {}

  /// The fields are called like the questions.
  init(_ form: SubmittedForm) {
    for name in Self.asked { typed[name] = (form[name] ?? "").trimmed }
  }

  /// Makes the file and says its name in the folder; nil where something is wrong, and then says what.
  mutating func create(_ site: Site) throws -> String? {
    let given = typed["project.name"] ?? ""
    guard !given.isEmpty else {
      problem = ("project.name", "give the project its name: the file is called after it")
      return nil
    }
    guard site.folder.only == nil else {
      problem = (nil, "one project alone is served here: serve a folder to begin another one")
      return nil
    }
    let answers = Self.asked.compactMap { name -> (question: Int, input: AnswerInput)? in
      guard let index = site.policies.schema.index(of: name), let text = typed[name], !text.isEmpty,
        text != "unknown"
      else { return nil }
      return (index, .text(text))
    }
    do throws(ProjectTemplate.Refusal) {
      let template = try ProjectTemplate(site.policies, on: site.day(), answers: answers)
      for _ in 0..<Self.attempts {
        let name = Self.fileName(given, in: site.folder)
        guard let fault = Self.write(try template.text(for: name), name, site) else { return name }
        problem = (nil, fault.detail)
        guard fault.kind == .conflict else { return nil }
      }
    } catch {
      problem = (error.question.id, error.message)
    }
    return nil
  }

  /// Tries to find a name: each fails only where somebody else just took the same.
  private static let attempts = 20

  /// Nil where it was written.
  private static func write(_ text: String, _ name: String, _ site: Site) -> Problem? {
    do {
      try EditedFile.create(site.folder.newFile(name), Array(text.utf8))
      return nil
    } catch {
      return Problem(thrown: error).shortened(site.names)
    }
  }

  /// `perisai-turret.yaml` for `Perisai turret`; with a number behind it where that is taken.
  static func fileName(_ name: String, in folder: ProjectFolder) -> String {
    var stem = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber {
        stem.append(character)
      } else if stem.last != "-", !stem.isEmpty {
        stem.append("-")
      }
    }
    while stem.utf8.count > 80 || stem.last == "-" { stem.removeLast() }
    if stem.isEmpty { stem = "project" }
    let names = (1...999).lazy.map { $0 == 1 ? "\(stem).yaml" : "\(stem)-\($0).yaml" }
    return names.first { (try? folder.newFile($0)) != nil } ?? "\(stem).yaml"
  }
}
