import BuiltInPolicies
import Diagnostics
import PolicyModel

extension FuzzTarget {
  /// A pack loads, or what is wrong with it is said.
  static let pack = FuzzTarget(name: "pack") { bytes in
    let loaded = PolicySet.load(
      BuiltIn.files, adding: [SourceFile(name: "added.yaml", bytes: bytes)], sha256: { _ in "" })
    promise(loaded.value != nil || loaded.hasErrors, "refused without a word")
    promise(loaded.value == nil || !loaded.hasErrors, "loaded in spite of errors")
  }
}
