import Diagnostics
import LocatedYAML

extension FuzzTarget {
  /// A change is refused, or reads back as it was meant, and every other value is as it was.
  static let edit = FuzzTarget(name: "edit") { bytes in
    guard bytes.count > 2, var editor = try? YAMLEditor(Array(bytes.dropFirst(2))) else { return }
    let before = editor.bytes
    let path = path(into: editor.root, by: Int(bytes[0]))
    let text = String(decoding: bytes.suffix(Int(bytes[1]) % 24), as: UTF8.self)
    do throws(YAMLEditProblem) {
      switch bytes[1] % 4 {
      case 0: try editor.set(.text(text), at: path)
      case 1: try editor.append(.text(text), to: path)
      case 2: try editor.set(.list([.text(text), .mapping([.init("a", .literal("1"))])]), at: path)
      default: try editor.remove(at: path)
      }
    } catch {
      if case .mistaken = error { fatalError("the editor is wrong about `\(path)`") }
      promise(editor.bytes == before, "a refused change was made")
      return
    }
    let read = YAMLReader.read(SourceFile(name: "input.yaml", bytes: editor.bytes))
    promise(!read.hasErrors && read.value.count <= 1, "an edited document has errors")
  }

  /// The way to some value, or one step beyond.
  private static func path(into root: YAMLNode?, by number: Int) -> YAMLPath {
    var steps: [YAMLPath.Step] = []
    var node = root
    var number = number
    while let present = node, steps.count < 4 {
      if let entries = present.entries, !entries.isEmpty {
        let entry = entries[number % entries.count]
        steps.append(.key(entry.name))
        node = entry.value
      } else if let items = present.items, !items.isEmpty {
        steps.append(.index(number % items.count))
        node = items[number % items.count]
      } else {
        break
      }
      number /= 3
      if number.isMultiple(of: 5) { break }
    }
    if number.isMultiple(of: 2) { steps.append(.key("added")) }
    return YAMLPath(steps)
  }
}
