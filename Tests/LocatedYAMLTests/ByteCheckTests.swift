import Diagnostics
import LocatedYAML
import Testing

/// Which bytes are refused, wherever they stand among others: many are looked at at once, and none may slip through.
@Suite("Bytes that are refused")
struct ByteCheckTests {
  /// Every byte by itself, a character of every length and of every kind that is refused, and bytes that are no UTF-8.
  static let sequences: [[UInt8]] =
    (UInt8.min...UInt8.max).map { [$0] }
    + [
      "é", "’", "—", "…", "°", "²", "\u{A0}", "\u{80}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{3000}",
      "\u{FEFF}", "\u{FFFE}", "😀", "𐀀",
    ].map { Array($0.utf8) }
    + [
      [0xC0, 0x80], [0xE2, 0x80], [0xE2, 0x80, 0x20], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFE, 0xFE],
    ]

  private static let codes: Set<String> = [
    "yaml.byte-order-mark", "yaml.control-character", "yaml.invalid-utf8", "yaml.line-separator",
  ]

  /// Among bytes whose lowest bits are all clear, all set, and both.
  @Test(
    "are found wherever they stand",
    arguments: [
      "bbbbbbbbbbbbbbbb", "                ", "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "b\nb\nb\nb\nb\nb\nb\nb\n",
    ])
  func everywhere(_ filler: String) {
    for sequence in Self.sequences {
      for offset in 0...16 {
        var bytes = Array("k: v\n#\(filler)\n".utf8)
        bytes.insert(contentsOf: sequence, at: 6 + offset)
        let found = refusal(bytes)
        #expect(
          (found != nil) == isRefused(bytes), "\(sequence) at \(offset) in `\(filler)`: \(found?.code ?? "nothing")")
        // Behind a character of more than one byte everything is looked at one by one.
        let prefix = Array("# é\n".utf8)
        let slow = refusal(prefix + bytes)
        #expect(found?.code == slow?.code && found?.start == slow.map { $0.start - prefix.count })
      }
    }
  }

  /// The same by a plain reading, character by character.
  private func isRefused(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return true }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { index in
      switch scalars[index].value {
      case 0x0D: scalars[index + 1] != "\n"
      case 0x09, 0x0A, 0x20...0x7E: false
      case ...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }

  private func refusal(_ bytes: [UInt8]) -> (code: String, start: Int)? {
    let read = YAMLReader.read(SourceFile(name: "test.yaml", bytes: bytes))
    return read.diagnostics.first { Self.codes.contains($0.code) }.map {
      ($0.code, Int($0.location?.range.start ?? 0))
    }
  }
}
