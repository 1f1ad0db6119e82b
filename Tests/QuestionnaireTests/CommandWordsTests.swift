import Questionnaire
import Testing

@Suite("Words for a command line")
struct CommandWordsTests {
  @Test(
    "a name is one word to a shell, whatever is in it",
    arguments: [
      ("a-b/c.yaml", "a-b/c.yaml"), ("naïve.yaml", "naïve.yaml"), ("a b.yaml", "'a b.yaml'"), ("", "''"),
      ("it's", "'it'\\''s'"), ("a'\u{301};id", "'a'\\''\u{301};id'"), ("$(id)", "'$(id)'"),
    ])
  func quoted(name: String, expected: String) {
    #expect(CommandWords.quoted(name) == expected)
  }
}
