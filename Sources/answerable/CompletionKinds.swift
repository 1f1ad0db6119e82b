internal import ArgumentParser
internal import AssessmentEngine
internal import Diagnostics
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// What shells offer behind an option, or in the place of an argument.
extension CompletionKind {
  /// Project descriptions, or folders of them.
  static let projects = CompletionKind.file(extensions: ["yaml", "yml", "json"])
  /// Packs, or folders of them.
  static let packs = CompletionKind.file(extensions: ["yaml", "yml"])
  static let records = CompletionKind.file(extensions: ["yaml", "yml", "json"])
  static let anyFile = CompletionKind.file()
  /// What only whoever types it knows: a file name there would be wrong.
  static let nothing = CompletionKind.list([])

  static let stages = CompletionKind.list(LifecycleStage.allCases.map(\.name))
  static let kinds = CompletionKind.custom { _, _, prefix in
    names(beginning: prefix) { policies in
      let index = policies.schema.index(of: "project.kind")
      guard case .choice(let values) = index.map({ policies.schema.questions[$0].type }) else { return [] }
      return values
    }
  }
  static let spans = CompletionKind.list(["0d", "7d", "14d", "30d", "60d", "90d"])
  static let formats = CompletionKind.list(ReportFormat.all.map(\.name))
  /// A format with a file to write it to: a shell could complete no file behind the `=`.
  static let reports = CompletionKind.list(ReportFormat.all.map { "\($0.name)=gate.\($0.name)" })

  /// Everything that can be explained. Looked up when it is asked for: the program may be newer than the script.
  static let explainable = CompletionKind.custom { _, _, prefix in
    names(beginning: prefix) { ExplanationReport($0, nil, codes: Codes.all).names }
  }

  static let rules = CompletionKind.custom { _, _, prefix in names(beginning: prefix) { $0.rules.map(\.id) } }
  static let questions = CompletionKind.custom { _, _, prefix in
    names(beginning: prefix) { $0.schema.questions.map(\.id) }
  }

  /// What a reviewer may doubt.
  static let disputable = CompletionKind.custom { _, _, prefix in
    names(beginning: prefix) { $0.rules.map(\.id) + $0.schema.questions.map(\.id) }
  }
  static let ranks = CompletionKind.custom { _, _, prefix in
    names(beginning: prefix) { $0.foundation.reviewLimits.ranks }
  }

  private static func names(beginning prefix: String, _ all: (PolicySet) -> [String]) -> [String] {
    guard let policies = try? Policies.load([]).value else { return [] }
    return all(policies).filter { $0.hasPrefix(prefix) }
  }
}
