internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird

/// The API in words for people, from the registry that the routes come from.
enum APIPage {
  static func response(_ site: Site) -> Response {
    page("The API") { html in
      html.element(.p) { html in
        html.text("Everything stands below ")
        html.element(.code, text: APIOperation.root)
        html.text(". A description for programs (OpenAPI 3.1) is at ")
        html.element(.code, text: APIOperation.root + APIOperation.openAPI.path)
        html.text(".")
      }
      for operation in APIOperation.all { write(operation, &html) }
      html.element(.h2, text: "Problems")
      html.element(.dl) { html in
        for kind in Problem.Kind.all {
          html.element(.dt, [.id(kind.name)]) { $0.element(.code, text: "\(kind.status) \(kind.address)") }
          html.element(.dd) { $0.withNames("\(kind.title). \(kind.meaning)") }
        }
      }
    }
  }

  static func response(explaining kind: Problem.Kind) -> Response {
    page(kind.title) { html in
      html.element(.p) { $0.withNames(kind.meaning) }
      html.element(.p) { html in
        html.text("Status ")
        html.element(.code, text: String(kind.status))
        html.text(", type ")
        html.element(.code, text: kind.address)
        html.text(".")
      }
    }
  }

  private static func write(_ operation: APIOperation, _ html: inout HTMLWriter) {
    html.element(.section) { html in
      html.element(.h2, [.id(operation.id)]) { html in
        html.element(.code, text: "\(operation.method.rawValue) \(operation.path)")
      }
      html.element(.p) { $0.withNames("\(operation.summary) \(operation.details)") }
      if !operation.parameters.isEmpty {
        html.element(.dl) { html in
          for parameter in operation.parameters {
            html.element(.dt) { html in
              html.element(.code, text: parameter.name)
              html.text(" (\(parameter.place.rawValue)\(parameter.isRequired ? ", required" : ""))")
            }
            html.element(.dd) { $0.withNames(parameter.meaning) }
          }
        }
      }
      if let body = operation.body {
        html.element(.p) { html in
          html.text("\(body.meaning) As ")
          html.text(body.forms.map(\.mediaType).joined(separator: ", "))
          html.text(".")
        }
      }
      html.element(.p) { html in
        html.text("Answers \(operation.success.status): \(operation.success.meaning) As ")
        html.text(operation.success.content.map(\.mediaType).joined(separator: ", ") + ".")
        for header in operation.success.headers { html.withNames(" `\(header.name)`: \(header.meaning)") }
      }
      html.element(.p) { html in
        html.text("Problems: ")
        html.text(operation.allProblems.map { "\($0.status) \($0.name)" }.joined(separator: ", ") + ".")
      }
    }
  }

  private static func page(_ title: String, _ body: (inout HTMLWriter) -> Void) -> Response {
    .page(
      PageLayout(title: title).bytes { html in
        html.element(.div, [.styled("title")]) { $0.element(.h1, text: title) }
        body(&html)
      })
  }
}
