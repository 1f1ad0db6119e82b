public import Diagnostics
public import PolicyModel

/// The packs that are part of the program, so that it works with no other file present.
public enum BuiltIn {
  /// The files of Policies/ as they were when building.
  public static var files: [SourceFile] {
    EmbeddedPolicies.files.map { SourceFile(name: $0.name, text: $0.text) }
  }

  /// What the files say, as it was read and checked when building: the same as `PolicySet.load(files)`, without the work.
  /// Nil where what the program carries is damaged; then the files still say what they say.
  public static let policies = PolicySet(image: EmbeddedPolicies.image, of: files)
}
