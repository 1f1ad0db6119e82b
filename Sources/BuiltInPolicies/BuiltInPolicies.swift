internal import Diagnostics
public import PolicyModel

/// The packs that are part of the program, so that it works with no other file present.
public enum BuiltIn {
  /// The files of Policies/ as they were when building, given a function for SHA-256 in hexadecimal.
  public static func sources(sha256: ([UInt8]) -> String) -> [PolicySource] {
    EmbeddedPolicies.files.map { file in
      let bytes = Array(file.text.utf8)
      return PolicySource(file: SourceFile(name: file.name, bytes: bytes), sha256: sha256(bytes))
    }
  }
}
