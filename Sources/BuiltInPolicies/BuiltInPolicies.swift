public import Diagnostics

/// The packs that are part of the program, so that it works with no other file present.
public enum BuiltIn {
  /// The files of Policies/ as they were when building.
  public static var files: [SourceFile] {
    EmbeddedPolicies.files.map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
  }
}
