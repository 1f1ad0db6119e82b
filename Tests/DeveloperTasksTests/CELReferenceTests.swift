import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import developer_tasks

@Suite("The reference pages of functions")
struct CELReferenceTests {
  @Test("the pages are those that the declarations make")
  func current() throws {
    let command = try CELReferenceCommand.parse(["--check", "--package", Folder.package.path()])
    #expect(throws: Never.self) { try command.run() }
  }

  @Test("a page that is missing or different fails the check")
  func stale() throws {
    let command = try CELReferenceCommand.parse(["--check", "--package", "/nowhere"])
    #expect(throws: (any Error).self) { try command.run() }
  }
}
