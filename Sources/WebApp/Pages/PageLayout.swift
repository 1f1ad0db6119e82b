internal import DocumentWriting

/// What stands around every page: the head, the product's name, the way to the parts of a project, and the place where
/// the page's script says what it did.
struct PageLayout {
  /// The project that a page is about.
  struct Place {
    /// The name of its file in the folder.
    let file: String
    /// What it calls itself; nil where it does not, or can't be read.
    var name: String?
    /// Its classification marking.
    var marking: String?
  }

  /// The parts of a project, in the order that they are offered in.
  enum Part: CaseIterable {
    case overview, questions, review, report
  }

  let title: String
  var place: Place?
  /// The part that is shown; nil where it is none of them.
  var part: Part?
  /// Of the file that is shown, so that the script sees when it is another one; nil where no file is.
  var version: String?
  /// What was just done.
  var status: String?

  /// The whole page. `main` writes what it is about, with its `h1`.
  func bytes(_ main: (inout HTMLWriter) -> Void) -> [UInt8] {
    var html = HTMLWriter()
    let names = [title, place?.name ?? place?.file].compactMap { $0 }
    html.beginPage(
      language: "en", title: (names + ["Answerable"]).joined(separator: " – "), stylesheet: Asset.stylesheet.address,
      script: Asset.script.address)
    html.element(.body) { html in
      html.element(.a, [.styled("skip"), .target("main")], text: "Skip to the content")
      if let marking = place?.marking { html.element(.p, [.styled("marking")], text: marking) }
      writeHeader(&html)
      html.element(.p, [.id("status"), .styled("status"), .role("status"), .live], text: status ?? "")
      html.element(.main, [.id("main"), .tabIndex(-1)] + watched, content: main)
      html.element(.footer) { html in
        html.element(
          .p,
          text: "Answerable says what the rules say of the answers. People decide, and answer for what they decide.")
        if let marking = place?.marking { html.element(.p, [.styled("marking")], text: marking) }
      }
    }
    html.endPage()
    return html.bytes
  }

  private func writeHeader(_ html: inout HTMLWriter) {
    html.element(.header, [.styled("site")]) { html in
      html.element(.p, [.styled("product")]) { html in
        html.element(.a, [.link(.projects)], text: "Answerable")
      }
      guard let place else { return }
      html.element(.p, [.styled("where")], text: place.name ?? place.file)
      html.element(.nav, [.label("This project")]) { html in
        html.element(.ul) { html in
          for part in Part.allCases {
            html.element(.li) { html in
              html.element(
                .a, [.link(part.address(of: place.file))] + (part == self.part ? [.current] : []), text: part.name)
            }
          }
        }
      }
    }
  }

  /// What the script asks after to see changes.
  private var watched: [HTMLAttribute] {
    guard let place, let version else { return [] }
    return [.data("version", version), .data("watch", SitePath.version(place.file).text)]
  }
}

extension PageLayout.Part {
  var name: String {
    switch self {
    case .overview: "Overview"
    case .questions: "Questions"
    case .review: "Review"
    case .report: "Report"
    }
  }

  func address(of file: String) -> SitePath {
    switch self {
    case .overview: .project(file)
    case .questions: .questions(file)
    case .review: .review(file)
    case .report: .report(file)
    }
  }
}
