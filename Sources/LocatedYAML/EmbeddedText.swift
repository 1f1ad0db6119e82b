public import Diagnostics

/// The text of a scalar with the way back: every byte of the text knows the bytes of the file that wrote it.
///
/// A condition inside a YAML file can so be reported at its exact place, whichever of the five styles it is written in.
public struct EmbeddedText: Sendable {
  /// The text, after quotes, escapes and folding.
  public let text: String
  private let scalarRange: SourceRange
  /// For each byte of the text the range in the file that wrote it; empty where the text could not be traced.
  private let places: [SourceRange]

  /// The text of a scalar node of `file`; nil for a list or a mapping.
  ///
  /// - Complexity: linear in the length of the scalar.
  public init?(_ node: YAMLNode, in file: SourceFile) {
    guard let scalar = node.scalar else { return nil }
    text = scalar.text
    scalarRange = node.range
    var tracer = ScalarTracer(file.bytes, node.range.offsets)
    tracer.trace(scalar)
    // Where the two readings differ the whole scalar is the honest place.
    places = tracer.text.elementsEqual(scalar.text.utf8) ? tracer.places : []
  }

  /// The place in the file of a range of UTF-8 offsets in the text. An empty range gives an empty one.
  public func sourceRange(of range: SourceRange) -> SourceRange {
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
