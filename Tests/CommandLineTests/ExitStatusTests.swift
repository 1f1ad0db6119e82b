import AssessmentEngine
import ProjectFiles
import Testing

@testable import answerable

private typealias Status = ProjectFiles.ExitStatus

@Suite("Exit codes")
struct ExitStatusTests {
  /// The gravest first: a fault of ours says that nothing else can be relied on.
  private static let order: [Status] = [
    .internalError, .usage, .inputOutput, .invalidInput, .missingInput, .stop, .hold, .conditional, .proceed,
  ]

  @Test("of two the graver counts, in whichever order they come", arguments: order, order)
  private func worse(one: Status, other: Status) throws {
    let places = try [one, other].map { try #require(Self.order.firstIndex(of: $0)) }
    let graver = Self.order[min(places[0], places[1])]
    #expect(one.worse(other) == graver)
    #expect(other.worse(one) == graver)
  }

  @Test("they are the numbers that pipelines rely on")
  func numbers() {
    #expect(Self.order.map(\.rawValue) == [70, 64, 74, 65, 66, 1, 2, 3, 0])
    #expect(Gate.Decision.allCases.map { Status($0).rawValue } == [1, 2, 3, 0])
  }
}
