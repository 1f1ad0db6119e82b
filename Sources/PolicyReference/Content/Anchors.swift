internal import DocumentWriting
internal import PolicyModel

/// The places of a document that can be led to, by kind and name. The same names make the same anchors.
struct Anchors: Sendable {
  enum Kind: String, Sendable {
    case rule, question, clause, pack, section, parameter, pattern, provision, framework, term
  }

  private var byName: [String: String] = [:]
  private var taken: Set<String> = []

  init(_ policies: PolicySet, provisions: [String]) {
    let foundation = policies.foundation
    add(.clause, foundation.instrument.clauses.map(\.id))
    add(.pack, policies.packs.map(\.id))
    add(.rule, policies.rules.map(\.id))
    add(.section, policies.schema.sections)
    add(.question, policies.schema.questions.map(\.id))
    add(.parameter, foundation.parameters.map(\.name))
    add(.pattern, foundation.patterns.map(\.name))
    add(.framework, foundation.instrument.frameworks.map(\.prefix))
    add(.provision, provisions)
    add(.term, foundation.glossary.map(\.term))
  }

  /// The anchor of what has that name; nil where there is no such thing in the document.
  subscript(_ kind: Kind, _ name: String) -> String? { byName["\(kind.rawValue) \(name)"] }

  private mutating func add(_ kind: Kind, _ names: [String]) {
    for name in names where self[kind, name] == nil {
      let base = "\(kind.rawValue)-\(Self.slug(name))"
      var anchor = base
      var number = 2
      while !taken.insert(anchor).inserted {
        anchor = "\(base)-\(number)"
        number += 1
      }
      byName["\(kind.rawValue) \(name)"] = anchor
    }
  }

  /// Small letters, digits, `.` and `_`; a dash for each run of anything else.
  private static func slug(_ name: String) -> String {
    var slug = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", ".", "_": slug.unicodeScalars.append(scalar)
      case "A"..."Z": slug += String(scalar).lowercased()
      default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
      }
    }
    return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
  }
}
