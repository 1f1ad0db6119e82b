import LocalFiles
import Testing

@Suite("Paths as texts")
struct PathTextTests {
  @Test(
    "a path is cut at its last slash, whatever accent stands behind it",
    arguments: [
      ("a/b.yaml", "a/", "b.yaml", "a"), ("b.yaml", "", "b.yaml", "."), ("/b", "/", "b", "/"), ("a/", "a/", "", "a"),
      ("a/\u{301}b", "a/", "\u{301}b", "a"), ("", "", "", "."),
    ])
  func split(path: String, folder: String, name: String, openable: String) {
    #expect(PathText.split(path) == (folder, name))
    #expect(PathText.openable(path) == (openable, name))
  }

  @Test("names that look the same are those of different folders")
  func inside() {
    #expect(PathText.isInside("/a/caf\u{E9}/x", "/a/caf\u{E9}"))
    #expect(!PathText.isInside("/a/cafe\u{301}/x", "/a/caf\u{E9}"))
    #expect(!PathText.isInside("/ab", "/a"))
    #expect(PathText.isInside("/a", "/a"))
    #expect(PathText.isInside("/a", "/"))
    #expect(PathText.rest(of: "/a/\u{301}x", behind: "/a/") == "\u{301}x")
  }
}
