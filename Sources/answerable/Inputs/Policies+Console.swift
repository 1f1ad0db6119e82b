internal import Diagnostics
internal import PolicyModel
internal import ProjectFiles

extension Policies {
  /// The packs to assess against; what there is to say of them is shown.
  static func loaded(_ named: [String]) throws -> PolicySet {
    let loaded = try load(named)
    Console.show(loaded.diagnostics)
    return loaded.value
  }
}
