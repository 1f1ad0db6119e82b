import PolicyModel
import Testing

@Suite("Where evidence is kept")
struct EvidenceAddressTests {
  @Test(
    "a place where somebody can look",
    arguments: [
      "kept at HQ", "Registry 12: folder 4", "C: on the desk of the registrar", "urn:a", "DMS:12345", "doi:10.1000/182",
      "https://records.example/1", "HTTPS://r", "http://user:word@[2001:db8::1]:8080/a", "file://archive/tests/7.pdf",
      " ftp://records.example", "http://เอกสาร.example/1", "https://10.0.0.7:8443",
    ])
  func places(text: String) { #expect(EvidenceAddress.namesPlace(text)) }

  @Test(
    "no place",
    arguments: [
      "https:", "http://", "https:///a", "http:records", "https://?a", "https://#a", "https://:443/", "https://me@",
      "https://.", "file:///etc/passwd", "file:/etc/passwd", "ftp://", "javascript:alert(1)", "JavaScript:x",
      " data:text/plain,x", "vbscript:x", "about:blank", "blob:https://a.example/1", "dms:", "urn: ", "HtTpS:\\\\a",
    ])
  func noPlaces(text: String) { #expect(!EvidenceAddress.namesPlace(text)) }
}
