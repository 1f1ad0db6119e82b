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
    let change = ListChange(from: present, to: items) { $0 == $1 ? 1 : 0 }
    guard !items.isEmpty, !present.isEmpty, change.isInPlace else { return false }
    for (old, new) in change.replaced { try editor.set(AnswerInput.item(items[new]), at: item(old)) }
    for index in change.added { try editor.append(AnswerInput.item(items[index]), to: path) }
    for index in change.removed.reversed() { try editor.remove(at: item(index)) }
    return true
  }

  private func write(
    entries: [[String: String]], over present: [[String: String]], _ editor: inout YAMLEditor
  ) throws(YAMLEditProblem) -> Bool {
    let change = ListChange(from: present, to: entries) { old, new in
      // One that has much in common with another tells more than several that have little.
      let common = new.count { old[$0.key] == $0.value }
      return old == new ? 1 + 2 * common * common : common * common
    }
    guard !entries.isEmpty, !present.isEmpty, change.isInPlace else { return false }
    guard case .recordList(let keys) = type else { return false }
    for (old, new) in change.replaced {
      // What says nothing of any key may be written without keys.
      if present[old].isEmpty || entries[new].isEmpty {
        try editor.set(AnswerInput.entry(entries[new], type), at: item(old))
        continue
      }
      for key in keys where (entries[new][key.name] ?? "") != (present[old][key.name] ?? "") {
        let text = entries[new][key.name] ?? ""
        try editor.set(AnswerInput.scalar(text, key.type), at: item(old).appending(.key(key.name)))
      }
    }
    for index in change.added { try editor.append(AnswerInput.entry(entries[index], type), to: path) }
    for index in change.removed.reversed() { try editor.remove(at: item(index)) }
    return true
  }

  private func item(_ index: Int) -> YAMLPath { path.appending(.index(index)) }
}
