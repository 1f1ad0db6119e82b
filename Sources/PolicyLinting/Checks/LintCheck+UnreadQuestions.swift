internal import Diagnostics
internal import PolicyModel

extension LintCheck {
  /// `lint.unread-question`. The project's name and stage, and who may not sign, are read by the program itself.
  static let unreadQuestions = LintCheck("Questions that no rule reads.") { subject in
    let policies = subject.policies
    let own = ["project.name", "project.lifecycle_stage"] + policies.foundation.reviewLimits.differFrom
    return zip(policies.schema.questions, policies.readers).compactMap { question, readers in
      readers.rules.isEmpty && !own.contains(question.id) ? Messages.unread(question) : nil
    }
  }
}
