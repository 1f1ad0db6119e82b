extension FunctionLibrary {
  /// The functions that have their files in one folder.
  public struct Section: Sendable {
    /// The folder's name.
    public let name: String
    public let functions: [Function]

    init(_ name: String, _ functions: [Function]) {
      self.name = name
      self.functions = functions
    }
  }

  /// The functions of CEL and of its usual extensions.
  public static let standard = FunctionLibrary(standardSections.flatMap(\.functions))

  /// The same by the folders beside this. A new function is a file in one of them and a line here.
  public static let standardSections: [Section] = [
    Section(
      "Encoders",
      [
        .base64Decode,
        .base64Encode,
      ]),
    Section(
      "Lists",
      [
        .distinct,
        .flatten,
        .range,
        .setsContains,
        .setsEquivalent,
        .setsIntersects,
        .slice,
        .sort,
      ]),
    Section(
      "Math",
      [
        .abs,
        .bitAnd,
        .bitNot,
        .bitOr,
        .bitShiftLeft,
        .bitShiftRight,
        .bitXor,
        .ceil,
        .floor,
        .greatest,
        .isFinite,
        .isInf,
        .isNaN,
        .least,
        .round,
        .sign,
        .sqrt,
        .trunc,
      ]),
    Section(
      "Optionals",
      [
        .first,
        .hasValue,
        .last,
        .optionalNone,
        .optionalOf,
        .optionalOfNonZeroValue,
        .or,
        .orValue,
        .unwrap,
        .unwrapOpt,
        .value,
      ]),
    Section(
      "Standard",
      [
        .contains,
        .date,
        .endsWith,
        .getDate,
        .getDayOfMonth,
        .getDayOfWeek,
        .getDayOfYear,
        .getFullYear,
        .getHours,
        .getMilliseconds,
        .getMinutes,
        .getMonth,
        .getSeconds,
        .matches,
        .size,
        .startsWith,
        .toBool,
        .toBytes,
        .toDouble,
        .toDuration,
        .toDyn,
        .toInt,
        .toString,
        .toTimestamp,
        .toUint,
        .type,
      ]),
    Section(
      "Strings",
      [
        .charAt,
        .format,
        .indexOf,
        .join,
        .lastIndexOf,
        .lowerAscii,
        .quote,
        .replace,
        .reverse,
        .split,
        .substring,
        .trim,
        .upperAscii,
      ]),
  ]
}
