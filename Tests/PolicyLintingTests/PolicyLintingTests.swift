import AssessmentTestSupport
import BuiltInPolicies
import Diagnostics
import PolicyLinting
import PolicyModel
import TestSupport
import Testing

@Suite("What is valid in a pack but hardly meant")
struct PolicyLintingTests {
  @Test("nothing")
  func nothing() {}
}
