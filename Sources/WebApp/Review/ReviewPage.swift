internal import AssessmentEngine
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel
internal import ProjectFiles
internal import Reports

/// What is decided about a project, and what can be: the record, its entries, the rules that stand in the way.
struct ReviewPage {
  let visit: ReviewVisit
  /// What has just been done.
  var notice: ReviewNotice?
  /// The versions of the page on which a button was pressed, where they are not those of now.
  var shown: ReviewVisit.Versions?

  private var assessment: Assessment { visit.assessment }

  var bytes: [UInt8] {
    visit.layout("Review").bytes { html in
      html.element(.div, [.styled("title")]) { html in
        html.element(.h1, text: "Review")
        html.element(.p, [.styled("lead")]) { html in
          html.text("The gate is ")
          html.element(.strong, text: assessment.decisionInWords)
          html.text(" on \(assessment.date): \(assessment.reasonInWords.joined(separator: "; ")).")
        }
      }
      if let shown { html.conflict(from: shown, to: visit.versions) }
      if let notice { write(notice, &html) }
      writeRecord(&html)
      if visit.desk != nil {
        writeEntries(&html)
        OpenRulesSection(visit: visit).write(&html)
        DoubtSection(visit: visit).write(&html)
      }
      html.nothingIsSigned()
    }
  }

  private func write(_ notice: ReviewNotice, _ html: inout HTMLWriter) {
    html.element(.section, [.styled("notice good-notice"), .id("done"), .tabIndex(-1)]) { html in
      html.element(.h2, text: "Done")
      html.element(.pre) { $0.lines(notice.lines.joined(separator: "\n")) }
      if let gate = notice.gate {
        html.element(.p) { html in
          html.text("The gate " + (gate.before == gate.after ? "is still " : "was \(gate.before.rawValue) and is now "))
          html.element(.strong, text: gate.after.rawValue)
          html.text(".")
        }
      }
      guard !notice.changes.isEmpty else { return }
      html.element(.ul) { html in
        for change in notice.changes {
          html.element(.li) { html in
            html.rule(change.rule, visit)
            html.text(": \(change.before.words) → \(change.after.words)")
          }
        }
      }
    }
  }

  // MARK: The record

  private func writeRecord(_ html: inout HTMLWriter) {
    html.element(.section, [.id("record")]) { html in
      html.element(.h2, text: "The record")
      switch visit.record {
      case .none(let name): writeBeginning(name, &html)
      case .broken(let failure):
        html.element(.div, [.styled("notice grave-notice")]) { html in
          html.element(.p, [.styled("notice-title")], text: "The record has errors")
          html.element(.p) { $0.message(failure.message) }
          html.element(.p, text: "Nothing in it counts before.")
          html.diagnostics(failure.diagnostics)
        }
      case .present(let desk): write(desk, &html)
      }
    }
  }

  private func writeBeginning(_ name: String, _ html: inout HTMLWriter) {
    html.element(.p) { html in
      html.text("There is no record yet: nobody decided anything about this project. It would be ")
      html.element(.code, text: name)
      html.text(", bound to the file as it is now:")
    }
    html.digest(visit.versions.project)
    html.form(to: .beginReview, visit) { html in
      html.actions { $0.element(.button, [.sends, .styled("main")], text: "Begin the record") }
    }
  }

  private func write(_ desk: ReviewDesk, _ html: inout HTMLWriter) {
    html.element(.p) { html in
      html.element(.code, text: desk.record.name)
      html.text(" is for the version of the project file with the SHA-256")
    }
    html.digest(assessment.record?.subject ?? "none is named")
    if !visit.isCurrent { writeRenewal(&html) }
    let errors = assessment.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      html.element(.div, [.styled("notice serious-notice")]) { html in
        html.element(.p, [.styled("notice-title")], text: "The project has errors")
        html.element(.p, text: "Nobody can sign for it before they are mended. Doubts can be entered.")
        html.diagnostics(errors)
      }
    }
  }

  private func writeRenewal(_ html: inout HTMLWriter) {
    html.element(.div, [.styled("notice serious-notice")]) { html in
      html.element(.p, [.styled("notice-title")], text: "The project has changed since it was reviewed")
      html.element(.p, text: "Its file as it is now has the SHA-256")
      html.digest(visit.versions.project)
      html.element(
        .p,
        text: "No claim and no acceptance counts for it. Look at what changed, then bind the record to this version: "
          + "nothing is carried over by that. Each entry keeps the version that it was written for, and has no effect "
          + "until somebody who may sign confirms it, one by one. Disputes hold for every version.")
      guard assessment.record?.subject != nil else {
        html.element(
          .p, text: "The record does not say what was reviewed: write the digest into its subject in the file first.")
        return
      }
      html.form(to: .renewReview, visit) { html in
        html.actions { $0.element(.button, [.sends, .styled("main")], text: "Bind the record to this version") }
      }
    }
  }

  // MARK: Entries

  private func writeEntries(_ html: inout HTMLWriter) {
    let entries = assessment.reviewEntries
    html.element(.section, [.id("entries")]) { html in
      html.element(.h2, text: "Entries (\(entries.count))")
      if entries.isEmpty { html.element(.p, text: "The record has no entries.") }
      html.element(.ul, [.styled("findings")]) { html in
        for entry in entries {
          html.element(.li, [.id("entry-\(entry.name)")]) { html in
            EntryDetails(visit: visit, entry: entry).write(&html)
            html.actions { writeActions(entry, &$0) }
          }
        }
      }
    }
  }

  private func writeActions(_ entry: ReviewEntry, _ html: inout HTMLWriter) {
    if visit.isCurrent, visit.desk?.fault(ofConfirming: entry) == nil {
      html.button(.reviewForm(visit.file, .confirm, about: entry.name), "Confirm for this version", of: entry.name)
    }
    html.button(.reviewForm(visit.file, .withdraw, about: entry.name), "Withdraw", of: entry.name)
  }
}
