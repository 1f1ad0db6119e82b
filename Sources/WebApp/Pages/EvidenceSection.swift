internal import AssessmentEngine
internal import CEL
internal import Diagnostics
internal import DocumentWriting
internal import PolicyModel
internal import Questionnaire
internal import Reports

/// The evidence of a project with what each item is worth, and a form to attach more.
struct EvidenceSection {
  let view: ProjectView
  let form: EvidenceForm
  let refusal: EvidenceForm.Refusal?

  func write(_ html: inout HTMLWriter) {
    let standings = view.assessment.evidenceStandings
    html.element(.section, [.id("evidence"), .labelledBy("evidence-title")]) { html in
      html.element(.h2, [.id("evidence-title")], text: "Evidence (\(standings.count))")
      if standings.isEmpty {
        html.element(.p, text: "No evidence is named yet: what passes rests on words alone.")
      } else {
        write(standings, &html)
      }
      if view.obstacle == nil || refusal != nil { writeForm(&html) }
    }
  }

  private func write(_ standings: [EvidenceStanding], _ html: inout HTMLWriter) {
    html.element(.div, [.styled("frame"), .role("region"), .label("Items of evidence"), .tabIndex(0)]) { html in
      html.element(.table, [.styled("cards")]) { html in
        html.element(.caption, [.styled("unseen")], text: "Items of evidence")
        html.element(.thead) { html in
          html.element(.tr) { html in
            for name in ["What", "Worth", "Where it is", "Until", "Rules"] {
              html.element(.th, [.scope("col")], text: name)
            }
          }
        }
        html.element(.tbody) { html in
          for standing in standings { html.element(.tr) { write(standing, &$0) } }
        }
      }
    }
  }

  private func write(_ standing: EvidenceStanding, _ html: inout HTMLWriter) {
    html.element(.th, [.scope("row")], text: standing.name)
    html.element(.td) { html in
      html.element(
        .span, [standing.isCurrent ? .styled("label good") : .styled("label serious")],
        text: standing.isCurrent ? "counts" : "does not count")
      html.element(.p, [.styled("facts")], text: standing.state)
    }
    html.element(.td, [.data("name", "Where")]) { html in
      html.element(.code, text: standing.item.file ?? standing.item.uri ?? "nowhere")
    }
    html.element(.td, [.data("name", "Until")]) { html in
      html.text(standing.item.expiresOn.map { CivilDate(day: $0).description } ?? "no end")
    }
    html.element(.td, [.data("name", "Rules")]) { html in
      for (number, rule) in standing.rules.enumerated() {
        if number > 0 { html.text(", ") }
        html.element(.a, [.link(view.explanation(of: rule))], text: rule)
      }
    }
  }

  // MARK: Attaching

  private func writeForm(_ html: inout HTMLWriter) {
    let isAsked = refusal != nil || !form.supports.isEmpty
    html.element(.details, [.styled("fold"), .id("attach")] + (isAsked ? [.open] : [])) { html in
      html.element(.summary, text: "Attach evidence")
      writeRefusal(&html)
      html.element(.form, [.id("attach-form"), .withFiles] + HTMLAttribute.sent(to: .evidence)) { html in
        for (name, value) in [("token", view.token), ("project", view.file)] {
          html.element(.input, [.kind(.hidden), .name(name), .value(value)])
        }
        text("title", "What it is", "As a person would call it: trial report of January.", form.title, &html)
        html.element(.fieldset, [.styled("field")]) { html in
          html.element(.legend, text: "Where it is: one of these three")
          html.element(.div, [.styled("field")]) { html in
            html.element(.label, [.labelOf("attach-file")], text: "A file to put beside the project")
            html.element(
              .p, [.styled("hint"), .id("attach-file-hint")],
              text:
                "It goes into the folder `\(EvidenceAttachment.folder)`, with its SHA-256 written down. Nothing is overwritten."
            )
            html.element(
              .input, [.kind(.file), .id("attach-file"), .name("file"), .describedBy(["attach-file-hint"])])
          }
          text("present", "Or a file that is there already", "Its path from the project's file.", form.present, &html)
          text("uri", "Or an address", "Where it is kept, if not here.", form.address, &html)
        }
        date("made_on", "Made on", form.madeOn, &html)
        date("expires_on", "Counts until (empty for no end)", form.expiresOn, &html)
        writeSupports(&html)
        html.element(.div, [.styled("actions")]) { html in
          html.element(.button, [.sends, .styled("main")], text: "Attach")
        }
      }
    }
  }

  private func writeRefusal(_ html: inout HTMLWriter) {
    guard let refusal else { return }
    html.element(.div, [.styled("wrong"), .role("alert"), .id("attach-message")]) { html in
      html.element(.p) { html in
        html.element(.strong, text: "Not attached: ")
        switch refusal {
        case .because(let text): html.text(text)
        case .diagnosed(let errors): html.text(errors.map(\.message).joined(separator: "; "))
        case .blocked(let problem): html.text(problem.detail)
        }
      }
      switch refusal {
      case .because: break
      case .diagnosed(let errors):
        for note in errors.flatMap(\.notes) { html.element(.p, text: AnswerWords.sentence(note.message)) }
      case .blocked(let problem): html.diagnostics(problem.diagnostics)
      }
      if form.upload != nil { html.element(.p, text: "Choose the file once more: browsers don't keep it.") }
    }
  }

  private func text(
    _ name: String, _ label: String, _ hint: String, _ value: String, _ html: inout HTMLWriter
  ) {
    html.element(.div, [.styled("field")]) { html in
      html.element(.label, [.labelOf("attach-\(name)")], text: label)
      html.element(.p, [.styled("hint"), .id("attach-\(name)-hint")], text: hint)
      html.element(
        .input,
        [
          .kind(.text), .id("attach-\(name)"), .name(name), .value(value), .noSuggestions,
          .describedBy(["attach-\(name)-hint"]),
        ])
    }
  }

  private func date(_ name: String, _ label: String, _ value: String, _ html: inout HTMLWriter) {
    let isDate = value.isEmpty || CivilDate(value) != nil
    html.element(.div, [.styled("field")]) { html in
      html.element(.label, [.labelOf("attach-\(name)")], text: label)
      html.element(
        .input, [.kind(isDate ? .date : .text), .id("attach-\(name)"), .name(name), .value(value), .noSuggestions])
    }
  }

  /// The rules that apply now, and the answers that are given, pack by pack.
  private func writeSupports(_ html: inout HTMLWriter) {
    html.element(.fieldset, [.styled("field")]) { html in
      html.element(.legend, text: "What it supports")
      html.element(.div, [.styled("scroll"), .role("group"), .tabIndex(0), .label("Rules and answers")]) { html in
        for pack in view.policies.packs {
          let rules = pack.rules.filter { rule in
            let isChosen = form.supports.contains(rule.id)
            return view.policies.ruleIndex(rule.id).map {
              isChosen || view.assessment.results[$0].outcome != .notApplicable
            } ?? false
          }
          if !rules.isEmpty { html.element(.h3, text: pack.title) }
          for rule in rules { support(rule.id, rule.title, &html) }
        }
        // What was chosen stays, whatever became of it meanwhile.
        let answered = view.overview.states.filter {
          $0.standing == .answered || form.supports.contains($0.question.id)
        }
        if !answered.isEmpty { html.element(.h3, text: "Answers") }
        for state in answered { support(state.question.id, state.question.ask, &html) }
      }
    }
  }

  private func support(_ name: String, _ words: String, _ html: inout HTMLWriter) {
    html.element(.div, [.styled("choice")]) { html in
      let id = "supports-\(name)"
      html.element(
        .input,
        [.kind(.checkbox), .id(id), .name("supports"), .value(name)]
          + (form.supports.contains(name) ? [.checked] : []))
      html.element(.label, [.labelOf(id)]) { html in
        html.element(.code, text: name)
        html.text(" \(words)")
      }
    }
  }
}
