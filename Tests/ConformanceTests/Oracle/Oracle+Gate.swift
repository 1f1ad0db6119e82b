extension Oracle {
  /// The first decision of the header's gate that fits.
  func gate(_ results: [String: Result], hasInvalid: Bool, stage: Int?) -> String {
    func count(_ severity: String, where holds: (Result) -> Bool) -> Int {
      requirements.rules.count { rule in rule.severity == severity && results[rule.id].map(holds) == true }
    }
    func isAny(_ severity: String, where holds: (Result) -> Bool) -> Bool { count(severity, where: holds) > 0 }
    func isAccepted(_ result: Result) -> Bool { result.outcome == .accepted }

    if isAny("blocker", where: { $0.outcome == .fail }) { return "stop" }
    if hasInvalid || isAny("blocker", where: { $0.outcome == .unknown })
      || count("blocker", where: isAccepted) > requirements.limits.maxAcceptedBlockers
    {
      return "hold"
    }
    let isFromTestOn = stage.map { $0 >= requirements.stages.firstIndex(of: "test") ?? 0 } ?? false
    if isAny("major", where: { $0.outcome == .fail || $0.outcome == .unknown })
      || isAny("blocker", where: { isAccepted($0) || $0.reason == "claim" })
      || count("major", where: isAccepted) > requirements.limits.maxAcceptedMajors
      || isFromTestOn && isAny("blocker", where: { $0.outcome == .pass && !$0.hasEvidence })
    {
      return "conditional"
    }
    return "proceed"
  }
}
