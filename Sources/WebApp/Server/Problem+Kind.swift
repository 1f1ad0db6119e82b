extension Problem {
  /// What programs tell problems apart by. `/api/problems/NAME` explains each.
  struct Kind: Sendable, Equatable {
    let name: String
    let status: Int
    let title: String
    /// What it means, and what to do.
    let meaning: String

    static let badRequest = Kind(
      name: "bad-request", status: 400, title: "Bad request",
      meaning: "The request is written wrongly: its form, its query or its address. The detail says where.")
    static let signInRequired = Kind(
      name: "sign-in-required", status: 401, title: "Sign in first",
      meaning: "This server is not for everybody. Send the access token: `Authorization: Bearer TOKEN`.")
    static let foreignRequest = Kind(
      name: "foreign-request", status: 403, title: "Request from another site",
      meaning: "A page of another site made the request. Only pages of this server may change something.")
    static let formExpired = Kind(
      name: "form-expired", status: 403, title: "The form is too old",
      meaning: "The form was made before the server was started anew, or for another session. Open the page again.")
    static let notFound = Kind(
      name: "not-found", status: 404, title: "Not found", meaning: "There is nothing of that name here.")
    static let methodNotAllowed = Kind(
      name: "method-not-allowed", status: 405, title: "Method not allowed",
      meaning: "The address is known, and can't be asked in this way. The header `Allow` has the ways.")
    static let notOffered = Kind(
      name: "not-offered", status: 406, title: "No such format",
      meaning: "None of the media types in `Accept` can be written.")
    static let conflict = Kind(
      name: "conflict", status: 409, title: "Somebody else changed it",
      meaning: "What was to be replaced is not what stands there any more. Nothing was written. Read it anew.")
    static let changedMeanwhile = Kind(
      name: "changed-meanwhile", status: 412, title: "Changed meanwhile",
      meaning:
        "The version in `If-Match` is not the one that stands there. Nothing was written. Read the answer anew, then "
        + "send it with the version that `ETag` has.")
    static let tooLarge = Kind(
      name: "too-large", status: 413, title: "Too large",
      meaning:
        "The request, or the file that it names, has more bytes, or more parts, than are read here. Nothing was done.")
    static let addressTooLong = Kind(
      name: "address-too-long", status: 414, title: "Address too long",
      meaning: "The address with its query has more bytes than are read here.")
    static let unsupportedType = Kind(
      name: "unsupported-type", status: 415, title: "Media type not read here",
      meaning: "The `Content-Type` of the request is none that is read at this address, or its body is packed.")
    static let expectationFailed = Kind(
      name: "expectation-failed", status: 417, title: "More is expected than is done here",
      meaning: "The header `Expect` asks for something else than `100-continue`.")
    static let misdirected = Kind(
      name: "misdirected", status: 421, title: "Not a name of this server",
      meaning: "The header `Host` names none of the names that this server goes by. See `--host-name`.")
    static let unacceptable = Kind(
      name: "unacceptable", status: 422, title: "Not accepted",
      meaning: "What was sent can be read and is wrong. The diagnostics say where, and what would mend it.")
    static let versionRequired = Kind(
      name: "version-required", status: 428, title: "Say which version you mean",
      meaning: "A change needs `If-Match` with the version that it replaces, which `ETag` had. `*` is any.")
    static let tooManyAttempts = Kind(
      name: "too-many-attempts", status: 429, title: "Too many attempts",
      meaning: "Too many wrong access tokens were sent. The header `Retry-After` says how long to wait.")
    static let fault = Kind(
      name: "fault", status: 500, title: "It went wrong here",
      meaning: "The request is right, and could not be answered: a file can't be read or written, or we made a mistake."
    )

    /// Headers that every response of the kind has, and what they say.
    var headers: [(name: String, meaning: String)] {
      switch self {
      case .signInRequired: [("WWW-Authenticate", "How to send the access token.")]
      case .tooManyAttempts: [("Retry-After", "Seconds to wait.")]
      case .changedMeanwhile: [("ETag", "The version of the answer that stands there.")]
      default: []
      }
    }

    static let all: [Kind] = [
      badRequest, signInRequired, foreignRequest, formExpired, notFound, methodNotAllowed, notOffered, conflict,
      changedMeanwhile, tooLarge, addressTooLong, unsupportedType, expectationFailed, misdirected, unacceptable,
      versionRequired, tooManyAttempts, fault,
    ]

    /// What the member `type` of a problem is.
    var address: String { "/api/problems/\(name)" }
  }
}
