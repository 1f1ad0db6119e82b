internal import Diagnostics
internal import PolicyModel

extension ExplanationKind {
  /// What a pack is about, its version and digest, and its rules.
  static let pack = ExplanationKind(names: { $0.policies.packs.map(\.id) }) { name, report in
    guard let pack = report.policies.packs.first(where: { $0.id == name }) else { return }
    report.title(pack.id, pack.title)
    report.field("about", pack.summary)
    report.field("version", pack.version)
    report.field("sha256", pack.sha256)
    report.field("extends", pack.extended.joined(separator: ", "))
    report.list("Rules", pack.rules)
  }

  /// What a parameter limits, and which rules compare with it.
  static let parameter = ExplanationKind(names: { $0.policies.foundation.parameters.map(\.name) }) { name, report in
    guard let parameter = report.policies.foundation.parameters.first(where: { $0.name == name }) else { return }
    report.title(parameter.name, parameter.meaning)
    report.field("value", parameter.valueWithUnit)
    report.field("overlay", "an overlay may set it \(parameter.allowedChange)")
    report.list("Rules that compare with it", report.policies.rules.filter { $0.parametersRead.contains(name) })
  }
}
