internal import HTTPTypes
internal import Hummingbird

/// Tells browsers to trust a response with as little as it needs: nothing from elsewhere runs, loads, frames or keeps it.
struct ResponseHeaders: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    Self.add(to: &response.headers)
    return response
  }

  /// What a route set itself stays.
  static func add(to headers: inout HTTPFields) {
    for field in fields where headers[field.name] == nil { headers.append(field) }
  }

  /// Nothing is allowed but our own script, stylesheet, images and forms.
  static let contentSecurityPolicy = policy(style: "'self'", script: "'self'")

  /// For a page that brings its own style and no script.
  static let documentSecurityPolicy = policy(style: "'unsafe-inline'", script: "'none'")

  private static func policy(style: String, script: String) -> String {
    "default-src 'none'; script-src \(script); style-src \(style); img-src 'self'; connect-src 'self'; "
      + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  }

  private static let fields: [HTTPField] = [
    ("Content-Security-Policy", contentSecurityPolicy), ("X-Content-Type-Options", "nosniff"),
    // Not `no-referrer`: with it browsers send forms of our own pages with `Origin: null`.
    ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
      "Permissions-Policy",
      "camera=(), display-capture=(), fullscreen=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    ("X-Frame-Options", "DENY"), ("Cache-Control", "no-store"),
  ].map { HTTPField(name: .named($0), value: $1) }
}
