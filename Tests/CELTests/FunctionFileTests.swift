import Foundation
import TestSupport
import Testing

@Suite("The files of functions")
struct FunctionFileTests {
  private static let folder = "Sources/CEL/Functions"

  @Test("a function of the library has a file of its own, in the folder of its section")
  func files() throws {
    let library = String(decoding: try Folder.bytes("\(Self.folder)/FunctionLibrary+Standard.swift"), as: UTF8.self)
    let sections = library.components(separatedBy: "Section(\n").dropFirst()
    #expect(sections.count > 3)
    for section in sections {
      let name = try #require(section.components(separatedBy: "\"").dropFirst().first)
      let listed = section.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix(".") && $0.hasSuffix(",") }.map { $0.dropFirst().dropLast() }
      let files = try FileManager.default.contentsOfDirectory(
        atPath: Folder.package.appending(path: "\(Self.folder)/\(name)").path())
      #expect(
        files.filter { $0.hasPrefix("Function+") }.sorted()
          == listed.map { "Function+\($0.prefix(1).uppercased())\($0.dropFirst()).swift" }.sorted())
    }
  }

  @Test("the declaration in a file says in its comment how the function is called")
  func comments() throws {
    for folder in [Self.folder, "Sources/PolicyModel/Functions"] {
      let path = Folder.package.appending(path: folder).path()
      let files = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.contains("Function+") }
      #expect(files.count > 10)
      for file in files {
        let text = String(decoding: try Folder.bytes("\(folder)/\(file)"), as: UTF8.self)
        let members = text.components(separatedBy: "extension Function {\n").dropFirst()
        #expect(members.first?.hasPrefix("  /// `") ?? false, "\(file)")
      }
    }
  }
}
