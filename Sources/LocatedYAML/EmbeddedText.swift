public import Diagnostics
internal import Sharing

/// The text of a scalar with the way back: every byte of the text knows the bytes of the file that wrote it.
///
/// A condition inside a YAML file can so be reported at its exact place, whichever of the five styles it is written in.
public struct EmbeddedText: Sendable {
  /// The text, after quotes, escapes and folding.
  public let text: String
  /// How it is written.
  public let style: YAMLScalar.Style
  private let scalarRange: SourceRange
  private let places: Deferred<Places>

  /// The text of a scalar node of `file`; nil for a list or a mapping.
  public init?(_ node: YAMLNode, in file: SourceFile) {
    guard let scalar = node.scalar else { return nil }
    self.init(scalar.text, style: scalar.style, at: Location(file: file, range: node.range))
  }

  /// A text that is known to be that of the scalar at a place.
  public init(_ text: String, style: YAMLScalar.Style, at location: Location) {
    self.text = text
    self.style = style
    scalarRange = location.range
    places = Deferred { Places(of: YAMLScalar(text, style: style), at: location) }
  }

  /// The place in the file of a range of UTF-8 offsets in the text. An empty range gives an empty one.
  ///
  /// - Complexity: constant, and the first time linear in the length of the scalar.
  public func sourceRange(of range: SourceRange) -> SourceRange {
    let places = places.made.ranges
    guard !places.isEmpty else { return scalarRange }
    let start = min(Int(range.start), places.count - 1)
    guard range.end > range.start else {
      let place = Int(range.start) < places.count ? places[start].start : places[start].end
      return SourceRange(start: Int(place), end: Int(place))
    }
    let last = min(Int(range.end), places.count) - 1
    return SourceRange(start: Int(places[start].start), end: Int(places[max(start, last)].end))
  }
}

/// The places of a text's bytes, which only somebody needs who points at a part of it.
private final class Places: Sendable {
  /// For each byte of the text the range in the file that wrote it; empty where the text could not be traced.
  let ranges: [SourceRange]

  init(of scalar: YAMLScalar, at location: Location) {
    var tracer = ScalarTracer(location.file.bytes, location.range.offsets)
    tracer.trace(scalar)
    // Where the two readings differ the whole scalar is the honest place.
    ranges = tracer.text.elementsEqual(scalar.text.utf8) ? tracer.places : []
  }
}
