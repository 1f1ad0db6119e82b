extension FunctionLibrary {
  /// The functions of CEL itself. A new one is a file beside this and a line here.
  public static let standard = FunctionLibrary([
    .contains,
    .date,
    .double,
    .endsWith,
    .matches,
    .size,
    .startsWith,
    .timestamp,
  ])
}
