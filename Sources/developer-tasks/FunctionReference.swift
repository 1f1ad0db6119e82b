/// A reference page of what expressions can call or write, made from the declarations.
struct FunctionReference {
  let title: String
  let summary: String
  let sections: [Section]

  /// Entries that belong together.
  struct Section {
    /// Nil where the page is not divided.
    let title: String?
    let entries: [ReferenceEntry]
  }

  /// The page in Markdown, the sections in the given order.
  var page: String {
    var text = "# \(title)\n\n\(summary)\n"
    for section in sections {
      if let title = section.title { text += "\n## \(title)\n" }
      for entry in section.entries { text += "\n" + entry.text(heading: section.title == nil ? "##" : "###") }
    }
    return text
  }
}
