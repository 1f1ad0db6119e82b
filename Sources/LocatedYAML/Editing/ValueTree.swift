/// What a document says, without how it is written: for telling whether an edit changed what it should, and no more.
indirect enum ValueTree: Equatable {
  case nothing
  case scalar(YAMLScalarValue)
  /// A float by its bits: what is not a number is then equal to itself.
  case float(UInt64)
  case list([ValueTree])
  case mapping([Member])

  struct Member: Equatable {
    let key: String
    var value: ValueTree
  }

  init(_ node: YAMLNode?) {
    switch node?.content {
    case nil: self = .nothing
    case .scalar(let scalar)?: self.init(resolved: scalar.resolved)
    case .sequence(let items)?: self = .list(items.map { ValueTree($0) })
    case .mapping(let entries)?: self = .mapping(entries.map { Member(key: $0.name, value: ValueTree($0.value)) })
    }
  }

  init(_ value: NewYAMLValue) {
    switch value {
    case .text(let text): self = .scalar(.text(text))
    case .literal(let text): self.init(resolved: CoreSchema.resolve(text))
    case .list(let items): self = .list(items.map { ValueTree($0) })
    case .mapping(let members), .compact(let members):
      self = .mapping(members.map { Member(key: $0.key, value: ValueTree($0.value)) })
    }
  }

  private init(resolved value: YAMLScalarValue) {
    self = if case .double(let number) = value { .float(number.bitPattern) } else { .scalar(value) }
  }

  private var isNothing: Bool { self == .nothing || self == .scalar(.null) }

  /// `path` is for what is thrown.
  func setting(
    _ value: ValueTree, at steps: [YAMLPath.Step], _ path: YAMLPath
  ) throws(YAMLEditProblem) -> ValueTree {
    guard let step = steps.first else { return value }
    let rest = Array(steps.dropFirst())
    switch (step, self) {
    case (.key(let key), .mapping(var members)):
      if let index = members.firstIndex(where: { $0.key == key }) {
        members[index].value = try members[index].value.setting(value, at: rest, path)
      } else {
        members.append(Member(key: key, value: try ValueTree.nothing.setting(value, at: rest, path)))
      }
      return .mapping(members)
    case (.key(let key), _) where isNothing:
      return .mapping([Member(key: key, value: try ValueTree.nothing.setting(value, at: rest, path))])
    case (.key, _): throw .noMapping(path)
    case (.index(let index), .list(var items)) where items.indices.contains(index):
      items[index] = try items[index].setting(value, at: rest, path)
      return .list(items)
    case (.index, .list), (.index, .nothing): throw .notThere(path)
    case (.index, _): throw .noList(path)
    }
  }

  func appending(
    _ value: ValueTree, to steps: [YAMLPath.Step], _ path: YAMLPath
  ) throws(YAMLEditProblem) -> ValueTree {
    switch at(steps) {
    case .list(let items)?: return try setting(.list(items + [value]), at: steps, path)
    case let found? where !found.isNothing: throw .noList(path)
    default: return try setting(.list([value]), at: steps, path)
    }
  }

  func removing(at steps: [YAMLPath.Step], _ path: YAMLPath) throws(YAMLEditProblem) -> ValueTree {
    guard let last = steps.last, at(steps) != nil else { throw .notThere(path) }
    let above = Array(steps.dropLast())
    switch (last, at(above)) {
    case (.key(let key), .mapping(let members)?):
      return try setting(.mapping(members.filter { $0.key != key }), at: above, path)
    case (.index(let index), .list(var items)?):
      items.remove(at: index)
      return try setting(.list(items), at: above, path)
    default: throw .notThere(path)
    }
  }

  private func at(_ steps: [YAMLPath.Step]) -> ValueTree? {
    guard let step = steps.first else { return self }
    let rest = Array(steps.dropFirst())
    switch (step, self) {
    case (.key(let key), .mapping(let members)): return members.first { $0.key == key }?.value.at(rest)
    case (.index(let index), .list(let items)): return items.indices.contains(index) ? items[index].at(rest) : nil
    default: return nil
    }
  }
}
