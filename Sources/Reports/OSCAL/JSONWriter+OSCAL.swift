internal import DocumentWriting

/// A named value of an OSCAL object.
struct OSCALProperty {
  /// What the names mean that are not OSCAL's own; `Reports.docc/OSCAL.md` lists them. It changes with their meaning only.
  static let namespace = "urn:answerable:oscal"

  let name: String
  let value: String
  let isStandard: Bool

  /// A property of ours; nil where there is nothing to say.
  init?(_ name: String, _ value: String?) {
    self.init(name, value, isStandard: false)
  }

  init(_ name: String, _ value: Int) {
    (self.name, self.value, isStandard) = (name, String(value), false)
  }

  /// A property that OSCAL itself defines.
  static func standard(_ name: String, _ value: String?) -> OSCALProperty? {
    OSCALProperty(name, value, isStandard: true)
  }

  private init?(_ name: String, _ value: String?, isStandard: Bool) {
    guard let value = value.flatMap({ OSCALText.string($0) }) else { return nil }
    (self.name, self.value, self.isStandard) = (name, value, isStandard)
  }
}

/// A reference from an OSCAL object to a resource of the document.
struct OSCALLink {
  let resource: NameUUID
  /// The part of the resource that is meant.
  var fragment: String?
}

/// Who or what an observation comes from.
enum OSCALActor {
  case tool(NameUUID)
  case party(NameUUID, role: String)
}

extension JSONWriter {
  /// A member with a list, on as many lines as it needs; none where the list is empty, which OSCAL does not allow.
  mutating func list<Element>(_ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
    guard !elements.isEmpty else { return }
    key(name)
    array { json in for element in elements { json.object { json in body(&json, element) } } }
  }

  /// The same with each object on one line, where there are many small ones.
  mutating func rows<Element>(_ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
    guard !elements.isEmpty else { return }
    key(name)
    array { json in for element in elements { json.row { json in body(&json, element) } } }
  }

  private mutating func row(_ body: (inout JSONWriter) -> Void) {
    var line = JSONWriter(isIndented: false)
    line.object(body)
    scalar(String(decoding: line.bytes, as: UTF8.self))
  }

  mutating func member(_ name: String, _ uuid: NameUUID) { member(name, uuid.description) }

  mutating func member(_ name: String, ifThere value: String?) {
    if let value { member(name, value) }
  }

  mutating func properties(_ properties: [OSCALProperty?]) {
    rows("props", properties.compactMap { $0 }) { json, property in
      json.member("name", property.name)
      if !property.isStandard { json.member("ns", OSCALProperty.namespace) }
      json.member("value", property.value)
    }
  }

  mutating func links(_ links: [OSCALLink]) {
    rows("links", links) { json, link in
      json.member("href", link.resource.fragment)
      json.member("rel", "reference")
      json.member("resource-fragment", ifThere: link.fragment)
    }
  }

  mutating func origins(_ actors: [OSCALActor]) {
    list("origins", [actors]) { json, actors in json.actors(actors) }
  }

  mutating func actors(_ actors: [OSCALActor]) {
    rows("actors", actors) { json, actor in
      switch actor {
      case .tool(let uuid):
        json.member("type", "tool")
        json.member("actor-uuid", uuid)
      case .party(let uuid, let role):
        json.member("type", "party")
        json.member("actor-uuid", uuid)
        json.member("role-id", role)
      }
    }
  }

  /// References to other objects of the document, in the order given, each once.
  mutating func references(_ name: String, _ key: String, _ uuids: [NameUUID]) {
    var seen: Set<NameUUID> = []
    rows(name, uuids.filter { seen.insert($0).inserted }) { json, uuid in json.member(key, uuid) }
  }
}
