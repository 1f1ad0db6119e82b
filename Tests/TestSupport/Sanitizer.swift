internal import Foundation

/// The sanitizer of the compiler that the tests and the program are built with, if `developer-tasks sanitize` runs them.
public enum Sanitizer {
  /// What a sanitized program and those who wait for it read, for a process that gets an environment of its own.
  public static let environment = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS", "ANSWERABLE_SLOWNESS"].contains($0.key)
  }

  /// Whether there is one. It takes far more of the address space than a program without it may have.
  public static let isThere = environment.keys.contains { $0 != "ANSWERABLE_SLOWNESS" }

  /// How many times as long everything takes. Scripts read it too.
  public static let slowness = environment["ANSWERABLE_SLOWNESS"].flatMap { Int($0) } ?? 1
}
