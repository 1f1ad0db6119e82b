internal import DocumentWriting
internal import HTTPTypes
internal import Hummingbird

extension RouteGroup {
  /// Where people say the access token.
  static let signIn = RouteGroup { router, site in
    guard let gate = site.signIn else { return }
    router.get("/sign-in") { _, context in page(context, nil) }
    router.post("/sign-in") { request, context -> Response in
      let form = try await SubmittedForm.read(request, context)
      switch await gate.attempt(form["access"] ?? "", from: context.visitor) {
      case .right:
        return Response(status: .seeOther, headers: [.location: "/", .setCookie: gate.cookie(request, context).value])
      case .wrong: return page(context, "This is not the access token.")
      case .tooMany: throw SignIn.tooMany
      }
    }
  }

  private static func page(_ context: SiteContext, _ fault: String?) -> Response {
    let bytes = PageLayout(title: "Sign in").bytes { html in
      html.element(.h1, text: "Sign in")
      if let fault { html.element(.p, [.id("fault"), .role("alert")], text: fault) }
      html.element(.form, HTMLAttribute.sent(to: SignIn.path)) { html in
        html.element(.input, [.kind(.hidden), .name("token"), .value(context.formToken)])
        html.element(.p) { html in
          html.element(.label, [.labelOf("access")], text: "Access token")
          html.element(
            .input,
            [.id("access"), .kind(.password), .name("access"), .noSuggestions, .required]
              + (fault == nil ? [] : [.invalid, .describedBy(["fault"])]))
        }
        html.element(.p) { $0.element(.button, [.sends], text: "Sign in") }
      }
    }
    return .page(bytes, status: fault == nil ? .ok : .forbidden)
  }
}
