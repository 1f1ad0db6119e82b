internal import LocatedYAML
internal import PolicyModel

/// How an answer comes into a document: where a list is there already, only the items that differ are written, so that
/// comments and the form of the others stay.
struct AnswerWriting {
  private let input: AnswerInput
  private let type: AnswerType
  private let path: YAMLPath
  private let old: YAMLNode?

  init(_ input: AnswerInput, to type: AnswerType, at path: YAMLPath, over old: YAMLNode?) {
    self.input = input
    self.type = type
    self.path = path
    self.old = old
  }

  /// Throws a `YAMLEditProblem` where it is written in a way that can't be edited.
  func write(_ editor: inout YAMLEditor) throws(YAMLEditProblem) {
    switch input {
    case .unanswered, .text: break
    case .items(let items):
      if old?.items != nil, case .items(let present) = AnswerInput(old, of: type),
        try write(items, over: present, &editor)
      {
        return
      }
    case .entries(let entries):
      if old?.items != nil, case .entries(let present) = AnswerInput(old, of: type),
        try write(entries: entries, over: present, &editor)
      {
        return
      }
    }
    try editor.set(input.value(of: type), at: path)
  }

  /// Whether it was written item by item.
  private func write(
    _ items: [String], over present: [String], _ editor: inout YAMLEditor
  ) throws(YAMLEditProblem) -> Bool {
    let change = ListChange(from: present, to: items)
    guard !items.isEmpty, !present.isEmpty, change.isAtEnd || change.added == 0 else { return false }
    for index in change.replaced { try editor.set(AnswerInput.item(items[index]), at: item(index)) }
    for index in change.removed.reversed() { try editor.remove(at: item(index)) }
    for index in items.indices.suffix(change.added) { try editor.append(AnswerInput.item(items[index]), to: path) }
    return true
  }

  private func write(
    entries: [[String: String]], over present: [[String: String]], _ editor: inout YAMLEditor
  ) throws(YAMLEditProblem) -> Bool {
    let change = ListChange(from: present, to: entries)
    guard !entries.isEmpty, !present.isEmpty, change.isAtEnd || change.added == 0 else { return false }
    guard case .recordList(let keys) = type else { return false }
    for index in change.replaced {
      // What says nothing of any key may be written without keys.
      if present[index].isEmpty || entries[index].isEmpty {
        try editor.set(AnswerInput.entry(entries[index], type), at: item(index))
        continue
      }
      for key in keys where (entries[index][key.name] ?? "") != (present[index][key.name] ?? "") {
        let text = entries[index][key.name] ?? ""
        try editor.set(AnswerInput.scalar(text, key.type), at: item(index).appending(.key(key.name)))
      }
    }
    for index in change.removed.reversed() { try editor.remove(at: item(index)) }
    for index in entries.indices.suffix(change.added) {
      try editor.append(AnswerInput.entry(entries[index], type), to: path)
    }
    return true
  }

  private func item(_ index: Int) -> YAMLPath { path.appending(.index(index)) }
}

/// What turns one list into another: some items in the middle replaced, then some removed or added.
struct ListChange {
  /// Places that both lists have, with other items.
  let replaced: Range<Int>
  /// Places of the old list.
  let removed: Range<Int>
  let added: Int
  /// Whether what is added comes behind everything else.
  let isAtEnd: Bool

  init<Item: Equatable>(from old: [Item], to new: [Item]) {
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let (oldMiddle, newMiddle) = (old.count - head - tail, new.count - head - tail)
    let common = min(oldMiddle, newMiddle)
    replaced = head..<head + common
    removed = head + common..<head + oldMiddle
    added = newMiddle - common
    isAtEnd = tail == 0
  }
}
