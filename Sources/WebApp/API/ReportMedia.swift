internal import HTTPTypes
internal import Hummingbird
internal import Reports

/// The media types that reports are asked for by.
struct ReportMedia {
  let format: ReportFormat
  /// One for each format, so that `Accept` can name it.
  let mediaType: String

  var name: String { format.name }

  static let all: [ReportMedia] = ReportFormat.all.map { ReportMedia(format: $0, mediaType: mediaType(of: $0.name)) }

  private static func mediaType(of format: String) -> String {
    switch format {
    case "text": "text/plain"
    case "json": "application/json"
    case "ndjson": "application/x-ndjson"
    case "html": "text/html"
    case "markdown": "text/markdown"
    case "sarif": "application/sarif+json"
    case "junit": "application/junit+xml"
    case "csv": "text/csv"
    case "oscal": "application/oscal+json"
    default: "text/x-\(format)"
    }
  }

  /// With the character set, where it is a text.
  var contentType: String { mediaType.hasPrefix("text/") ? mediaType + "; charset=utf-8" : mediaType }

  /// The one that is asked for: by its name, else by `Accept`. Throws a `Problem` where none is that can be written.
  static func asked(_ asked: APIRequest) throws -> ReportMedia {
    if let name = asked[.format], let media = all.first(where: { $0.format.name == name }) { return media }
    let ranges = asked.request.headers[values: .accept].flatMap { $0.split(separator: ",") }.map { AcceptedRange($0) }
    let offered = ["json"] + all.map(\.format.name).filter { $0 != "json" }
    let media = offered.compactMap { name in all.first { $0.format.name == name } }
    guard !ranges.isEmpty else { return media[0] }
    var best: (media: ReportMedia, quality: Double)?
    for candidate in media {
      let fitting = ranges.filter { $0.holds(candidate.mediaType) }
      // The narrowest range that holds a type says how welcome it is (RFC 9110, section 12.5.1).
      guard let quality = fitting.max(by: { $0.breadth > $1.breadth })?.quality, quality > 0 else { continue }
      if quality > best?.quality ?? 0 { best = (candidate, quality) }
    }
    guard let best else {
      throw Problem(.notOffered, "reports are written as " + all.map { "`\($0.mediaType)`" }.joined(separator: ", "))
    }
    return best.media
  }
}

/// One of the ranges of media types in `Accept`.
private struct AcceptedRange {
  private let name: String
  let quality: Double

  init(_ text: Substring) {
    let type = MediaType(String(text))
    name = type?.name ?? ""
    quality = type?.parameters["q"].map { Double($0) ?? 0 } ?? 1
  }

  /// 0 for a single type.
  var breadth: Int { name == "*/*" ? 2 : name.hasSuffix("/*") ? 1 : 0 }

  func holds(_ mediaType: String) -> Bool {
    name == "*/*" || name == mediaType || name.hasSuffix("/*") && mediaType.hasPrefix(name.dropLast())
  }
}
