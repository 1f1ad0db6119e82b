internal import Foundation
internal import Testing

/// A test that this machine has not all it needs for.
public enum NotChecked {
  /// Says so, loudly. With `ANSWERABLE_REQUIRE_TOOLS=1` it is a failure.
  public static func report(_ why: String) {
    let message = "NOT CHECKED: \(why)"
    if ProcessInfo.processInfo.environment["ANSWERABLE_REQUIRE_TOOLS"] == "1" {
      Issue.record("\(message)")
    } else {
      print(message)
    }
  }
}
