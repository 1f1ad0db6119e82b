/// Lines and columns of places in several files; each file is counted through once.
public final class PlaceIndex {
  private var indexes: [ObjectIdentifier: LineIndex] = [:]

  public init() {}

  /// Where a place begins and ends.
  public func region(_ location: Location) -> (start: Position, end: Position) {
    let index = index(of: location)
    return (index.position(of: Int(location.range.start)), index.position(of: Int(location.range.end)))
  }

  private func index(of location: Location) -> LineIndex {
    let key = ObjectIdentifier(location.file)
    if let known = indexes[key] { return known }
    let made = LineIndex(location.file)
    indexes[key] = made
    return made
  }
}
