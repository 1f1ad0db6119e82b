internal import Diagnostics
internal import PolicyModel

/// Names of findings that are the same in the next run, however lines moved in between. None is given twice.
///
/// They are made of words, not of a digest: a rule occurs once in a document, and what readers of an input say names the
/// text that it is about.
struct Fingerprints {
  private var given: Set<String> = []

  mutating func fingerprint(of finding: RuleFinding, in project: ProjectFindings) -> String {
    unique("\(finding.rule.id) in \(project.assessment.placeName)")
  }

  mutating func fingerprint(of remark: Diagnostic, in project: ProjectFindings) -> String {
    // The decision changes from run to run, and is one finding all the same.
    let what = remark.code == project.gate.code ? "" : ": \(remark.message)"
    return unique("\(remark.code) in \(remark.location?.file.name ?? project.assessment.placeName)\(what)")
  }

  /// Of what is about the run.
  mutating func fingerprint(of remark: Diagnostic) -> String { unique(remark.code) }

  private mutating func unique(_ text: String) -> String {
    var (candidate, count) = (text, 1)
    while !given.insert(candidate).inserted {
      count += 1
      candidate = "\(text) (\(count))"
    }
    return candidate
  }
}
