import LocalFiles
import Testing

struct LocalFilesTests {
  @Test func whatIsNotThereIsMissing() {
    let problem = #expect(throws: FileProblem.self) { try LocalFile.contents("/nowhere/at/all") }
    #expect(problem?.kind == .missing)
    #expect(problem?.message == "there is no `/nowhere/at/all`")
  }
}
