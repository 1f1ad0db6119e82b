/// What came of all cases of a file, one case a line.
public struct ConformanceReport: Sendable {
  /// A case that did not pass, or a line that is none.
  public struct Failure: Sendable {
    /// The case's id, or the line's number.
    public let id: String
    public let expected: String
    public let actual: String
  }

  public private(set) var passedIDs: [String] = []
  public private(set) var failures: [Failure] = []

  public var passed: Int { passedIDs.count }

  /// Runs every line but empty ones.
  public init(text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      run(String(line), number: index + 1)
    }
  }

  private mutating func run(_ line: String, number: Int) {
    do throws(MalformedCase) {
      let test = try ConformanceCase(line: line)
      switch test.run() {
      case .passed: passedIDs.append(test.id)
      case .failed(let expected, let actual):
        failures.append(Failure(id: test.id, expected: expected, actual: actual))
      }
    } catch {
      failures.append(Failure(id: "line \(number)", expected: "a case", actual: error.problem))
    }
  }
}
