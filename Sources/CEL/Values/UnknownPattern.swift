/// A part of the inputs that is not known: a variable and steps down from it.
///
/// What the pattern names is unknown, and so is all below it; what is above it can be walked through.
public struct UnknownPattern: Sendable {
  /// One step.
  public enum Step: Sendable {
    case only(AttributePath.Qualifier)
    /// Any field, index or key.
    case any
  }

  public let variable: String
  public let steps: [Step]

  public init(_ variable: String, _ steps: [Step] = []) {
    self.variable = variable
    self.steps = steps
  }
}

/// What is not known of the keys that a map does not list, or of a variable that has no value at all.
final class UnlistedEntries: Sendable {
  private let path: AttributePath
  /// The steps that lead from here to something unknown.
  private let patterns: [ArraySlice<UnknownPattern.Step>]
  /// Whether there is no value here: then only what is unknown can be walked to.
  let isUnbound: Bool

  init(_ path: AttributePath, _ patterns: [ArraySlice<UnknownPattern.Step>], isUnbound: Bool) {
    self.path = path
    self.patterns = patterns
    self.isUnbound = isUnbound
  }

  var openness: UnknownSet { UnknownSet(path) }

  func value(forKey key: MapKey) -> Value? {
    let step = key.qualifier
    let further = patterns.compactMap { $0.taking(step) }
    return further.isEmpty ? nil : Value.partial(nil, at: path.appending(step), further)
  }
}

extension Value {
  /// The variable's value, with what the patterns name made unknown. Without a value and a pattern it is an error.
  public static func partial(_ value: Value?, of variable: String, unknown patterns: [UnknownPattern]) -> Value {
    let steps = patterns.filter { $0.variable == variable }.map { $0.steps[...] }
    return partial(value, at: AttributePath(variable), steps)
  }

  fileprivate static func partial(
    _ value: Value?, at path: AttributePath, _ patterns: [ArraySlice<UnknownPattern.Step>]
  ) -> Value {
    if patterns.contains(where: \.isEmpty) { return .unknown(UnknownSet(path)) }
    guard !patterns.isEmpty else { return value ?? .error(.noSuchAttribute(path)) }
    switch value {
    case .list(let list):
      let items = list.items.enumerated().map { index, item in
        partial(item, at: path.index(index), patterns.compactMap { $0.taking(.index(index)) })
      }
      return .list(ListValue(items, openness: list.openness, origin: path))
    case .map(let map):
      let entries = map.entries.map { entry in
        let step = MapKey(entry.key)?.qualifier ?? .field(entry.key.written)
        return (
          key: entry.key,
          value: partial(entry.value, at: path.appending(step), patterns.compactMap { $0.taking(step) })
        )
      }
      let others = patterns.filter { pattern in
        if case .only(let step) = pattern.first {
          return !map.entries.contains { MapKey($0.key)?.qualifier == step }
        }
        return true
      }
      let unlisted = others.isEmpty ? nil : UnlistedEntries(path, others, isUnbound: false)
      return .map(MapValue(entries, unlisted: unlisted, origin: path))
    case nil: return .map(MapValue([], unlisted: UnlistedEntries(path, patterns, isUnbound: true), origin: path))
    case let value?: return value
    }
  }
}

extension ArraySlice<UnknownPattern.Step> {
  /// What is left of the steps behind one that is taken; nil where they lead elsewhere.
  fileprivate func taking(_ qualifier: AttributePath.Qualifier) -> Self? {
    switch first {
    case .any: dropFirst()
    case .only(let step): step == qualifier ? dropFirst() : nil
    case nil: self
    }
  }
}
