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

  @Test(
    "an ending is one whatever stands before its dot, and in either letter case",
    arguments: [("a.YAML", "a"), ("a\u{600}.yaml", "a\u{600}"), (".yaml", ""), ("a.yaml\u{301}", nil), ("a.yml", nil)])
  func endings(path: String, stem: String?) {
    #expect(PathText.stem(of: path, before: [".json", ".yaml"]) == stem)
  }

  @Test("a name without what stands behind its last dot")
  func withoutExtension() {
    #expect(PathText.withoutExtension("a.b\u{600}.c") == "a.b\u{600}")
    #expect(PathText.withoutExtension("a") == "a")
  }

  @Test("paths are one where their bytes are")
  func exact() {
    #expect(ExactPath("caf\u{E9}") != ExactPath("cafe\u{301}"))
    #expect(Set([ExactPath("a"), ExactPath("a"), ExactPath("caf\u{E9}"), ExactPath("cafe\u{301}")]).count == 3)
  }
}
