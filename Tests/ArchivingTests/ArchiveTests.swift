import Archiving
import Testing

@Suite("Archives")
struct ArchiveTests {
  private static let numbers: [UInt64] = [0, 1, 31, 32, 1_023, 1_024, 1 << 40, .max - 1, .max]
  private static let texts = ["", "a", "é", "e\u{301}", "\u{1F6F0}", "two\nlines", "a", "\"\"\"####", "\\"]

  private enum Choice: CaseIterable { case first, second, third }

  private static var sample: String {
    var archive = ArchiveWriter()
    archive.write(numbers) { $1.write(bits: $0) }
    archive.write(texts)
    archive.write(-0.5)
    archive.write(Choice.third)
    archive.write(nil)
    archive.part { archive in
      archive.write("inside")
      archive.write(prose: "of ünüsual length")
      archive.write(prose: nil)
    }
    archive.write(true)
    return archive.archive
  }

  @Test("what was written is read")
  func roundTrip() throws {
    var archive = try #require(ArchiveReader(Self.sample))
    let numbers = archive.readList { $0.readBits() }
    let texts = archive.readTexts()
    let (fraction, choice, missing) = (
      archive.readDouble(), archive.readChoice(otherwise: Choice.first), archive.readOptionalText()
    )
    var part = archive.readPart()
    let isBeforeEnd = !archive.isAtEnd
    let flag = archive.readFlag()
    let (inside, prose, noProse) = (part.readText(), part.readProse(), part.readOptionalProse())
    #expect(numbers == Self.numbers)
    // By their bytes: `é` in one scalar is another text than in two.
    #expect(texts.map { Array($0.utf8) } == Self.texts.map { Array($0.utf8) })
    #expect(fraction == -0.5)
    #expect(choice == .third)
    #expect(missing == nil)
    #expect(inside == "inside")
    #expect(prose == "of ünüsual length" && noProse == nil)
    #expect(flag)
    #expect(isBeforeEnd && archive.isAtEnd && part.isAtEnd)
  }

  @Test("a text is held once")
  func sharing() {
    var archive = ArchiveWriter()
    archive.write(Array(repeating: "of some length", count: 100))
    #expect(archive.archive.utf8.count < 150)
  }

  @Test("what is no text of the writer's is in printable characters")
  func printable() {
    var archive = ArchiveWriter()
    archive.write(Self.numbers) { $1.write(bits: $0) }
    #expect(archive.archive.utf8.allSatisfy { 0x20...0x7E ~= $0 })
  }

  @Test("an archive with any byte changed, and every beginning of one, is none")
  func damage() {
    let bytes = Array(Self.sample.utf8)
    for index in bytes.indices {
      #expect(ArchiveReader(String(decoding: bytes[..<index], as: UTF8.self)) == nil)
      var changed = bytes
      changed[index] = changed[index] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      #expect(ArchiveReader(String(decoding: changed, as: UTF8.self)) == nil, "\(index)")
    }
  }

  @Test("who reads on after the end gets nothing, and is told")
  func beyondTheEnd() throws {
    var archive = try #require(ArchiveReader(ArchiveWriter().archive))
    let isEmpty = archive.isAtEnd
    let (number, text) = (archive.readNumber(), archive.readText())
    #expect(isEmpty)
    #expect(number == 0)
    #expect(text == "")
    #expect(archive.isDamaged && !archive.isAtEnd)
  }

  @Test("a number of items that there is no room for is damage")
  func count() throws {
    var writer = ArchiveWriter()
    writer.write(1_000)
    var archive = try #require(ArchiveReader(writer.archive))
    let texts = archive.readTexts()
    #expect(texts == [])
    #expect(archive.isDamaged)
  }
}
