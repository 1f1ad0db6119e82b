internal import Crypto
internal import DocumentWriting

/// A UUID made from a name (version 5, RFC 9562 section 5.5): the same name in the same namespace has the same UUID,
/// wherever and whenever it is made. SHA-1 is what that version asks for; nothing here rests on its being secure.
struct NameUUID: Hashable, CustomStringConvertible {
  private let bytes: [UInt8]

  /// The namespace of every UUID in reports: the UUID of the name `urn:answerable:oscal` in RFC 9562's namespace of URLs.
  static let reports = NameUUID("urn:answerable:oscal", in: urls)

  private static let urls = NameUUID(bytes: [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ])

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private init(_ name: String, in namespace: NameUUID) {
    var bytes = Array(Insecure.SHA1.hash(data: namespace.bytes + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// The name is the parts as a JSON array without white space, so that no two lists of parts are one name.
  init(_ parts: [String], in namespace: NameUUID = .reports) {
    var json = JSONWriter(isIndented: false)
    json.array { json in for part in parts { json.string(part) } }
    self.init(String(decoding: json.bytes, as: UTF8.self), in: namespace)
  }

  var description: String {
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
    return text
  }

  /// A reference to a resource of the same document.
  var fragment: String { "#\(self)" }
}
