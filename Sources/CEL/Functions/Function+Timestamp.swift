extension Function {
  static let timestamp = Function(
    name: "timestamp", summary: "A moment, from seconds since 1970.",
    overloads: [
      Overload(
        id: "timestamp_int", .global, [.int], .timestamp, examples: [("timestamp(86400) == date('1970-01-02')", "true")]
      ) { arguments in
        guard case .int(let seconds) = arguments[0], let moment = CEL.Timestamp(seconds: seconds) else {
          return .error(EvaluationError("the moment lies outside the years 1 to 9999"))
        }
        return .timestamp(moment)
      }
    ])
}
