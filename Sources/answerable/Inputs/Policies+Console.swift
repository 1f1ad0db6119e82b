internal import Diagnostics
internal import PolicyModel
internal import ProjectFiles

extension Policies {
  /// The packs to assess against; what there is to say of them is shown.
  static func loaded(_ named: [String], name: (_ path: String) -> String = { $0 }) throws -> PolicySet {
    let loaded = try load(named, name: name)
    Console.show(loaded.diagnostics)
    return loaded.value
  }
}
