internal import Diagnostics

/// The codes of everything that any part of the program says of files.
enum Codes {
  static let all: [DiagnosticCode] = []
}
