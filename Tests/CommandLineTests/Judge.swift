import Foundation
import TestSupport

/// A program of others that judges what stands here, by its name: below the folder that `ANSWERABLE_JUDGES` names (a
/// virtual environment of Python with packages of PyPI), else on the path.
enum Judge {
  /// Where it is; nil, said loudly, where it is absent. With `ANSWERABLE_REQUIRE_TOOLS=1` its absence is a failure.
  static func find(_ name: String, package: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["ANSWERABLE_JUDGES"].map { ["\($0)/bin"] } ?? []
    let folders = named + (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
    if let found = folders.map({ "\($0)/\(name)" }).first(where: { FileManager.default.isExecutableFile(atPath: $0) }) {
      return found
    }
    NotChecked.report("`\(name)` is absent; it comes with \(package)")
    return nil
  }
}
