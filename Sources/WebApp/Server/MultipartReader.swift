/// Reads `multipart/form-data` (RFC 7578; the boundaries of RFC 2046, section 5.1).
struct MultipartReader {
  struct Part: Equatable {
    let name: String
    /// Empty where no file was chosen; nil where the field is no file.
    let fileName: String?
    let bytes: [UInt8]
  }

  /// Parts of a form, and bytes of the headers of one.
  static let partLimit = 1000
  static let headerLimit = 8192

  private let delimiter: [UInt8]

  /// Nil where it can't be a boundary.
  init?(boundary: String) {
    let marks = Set("'()+_,-./:=? ".utf8)
    let isValid = boundary.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || marks.contains(byte)
    }
    guard (1...70).contains(boundary.utf8.count), isValid, boundary.last != " " else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// Throws a `Problem` where it is written wrongly, or has too many parts.
  func read(_ bytes: [UInt8]) throws -> [Part] {
    // The first delimiter may stand at the very beginning, without a line before it.
    var scan = Scan(bytes: bytes)
    guard scan.starts(with: delimiter.dropFirst(2)) || scan.skip(past: delimiter) else { throw Self.unended }
    var parts: [Part] = []
    while !scan.starts(with: Array("--".utf8)) {
      scan.skipPadding()
      guard scan.starts(with: Array("\r\n".utf8)) else {
        throw Problem(.badRequest, "a boundary of the form has text behind it")
      }
      guard parts.count < Self.partLimit else {
        throw Problem(.tooLarge, "the form has more than \(Self.partLimit) fields")
      }
      let header = try scan.header(limit: Self.headerLimit)
      guard let content = scan.content(upTo: delimiter) else { throw Self.unended }
      parts.append(try part(header, content))
    }
    return parts
  }

  private static let unended = Problem(.badRequest, "the form ends before its last boundary")

  private func part(_ header: [(name: String, value: String)], _ content: ArraySlice<UInt8>) throws -> Part {
    var disposition: MediaType?
    for (name, value) in header {
      switch name {
      case "content-disposition": disposition = disposition == nil ? MediaType(value) : nil
      case "content-transfer-encoding" where !["7bit", "8bit", "binary"].contains(value.lowercased()):
        throw Problem(.badRequest, "a field of the form is encoded as `\(value)`, which forms are not any more")
      default: break
      }
    }
    guard let disposition, disposition.name == "form-data", let name = disposition.parameters["name"] else {
      throw Problem(.badRequest, "a field of the form has no name")
    }
    return Part(name: name, fileName: disposition.parameters["filename"], bytes: Array(content))
  }
}

/// A place in the bytes of a form.
private struct Scan {
  let bytes: [UInt8]
  var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Goes behind a mark that stands here; false where another text does.
  mutating func starts(with mark: some Collection<UInt8>) -> Bool {
    guard bytes[place...].starts(with: mark) else { return false }
    place += mark.count
    return true
  }

  mutating func skipPadding() {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
  }

  /// Goes behind the next mark; false where there is none.
  mutating func skip(past mark: [UInt8]) -> Bool { content(upTo: mark) != nil }

  /// What stands before the next mark, and goes behind it; nil where there is none.
  mutating func content(upTo mark: [UInt8]) -> ArraySlice<UInt8>? {
    guard let found = find(mark, in: place..<bytes.count) else { return nil }
    defer { place = found + mark.count }
    return bytes[place..<found]
  }

  /// The fields in front of a part, by their names in lower case, and goes behind the empty line that ends them.
  mutating func header(limit: Int) throws -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    let end = min(bytes.count, place + limit)
    while true {
      guard let found = find([0x0D, 0x0A], in: place..<end) else {
        throw Problem(.badRequest, "the headers of a field of the form have no end, or more than \(limit) bytes")
      }
      let line = bytes[place..<found]
      place = found + 2
      if line.isEmpty { return fields }
      guard let text = String(validating: line, as: UTF8.self), let cut = text.firstIndex(of: ":"),
        cut != text.startIndex, text.first != " ", text.first != "\t"
      else { throw Problem(.badRequest, "a header of a field of the form can't be read") }
      let value = text[text.index(after: cut)...].drop { $0 == " " || $0 == "\t" }
      fields.append((text[..<cut].lowercased(), String(value)))
    }
  }

  private func find(_ mark: [UInt8], in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start + mark.count <= range.upperBound {
      guard let first = bytes[start..<range.upperBound].firstIndex(of: mark[0]), first + mark.count <= range.upperBound
      else { return nil }
      if bytes[first..<first + mark.count].elementsEqual(mark) { return first }
      start = first + 1
    }
    return nil
  }
}
