extension Value {
  /// The code points of a text.
  var scalars: [Unicode.Scalar]? { asString.map { Array($0.unicodeScalars) } }

  /// The text of code points.
  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return .string(String(view))
  }
}
