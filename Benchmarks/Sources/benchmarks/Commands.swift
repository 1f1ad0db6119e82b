import Foundation
import ProcessCost

/// Whole processes: a cold start on one project, and a stream of many; each beside the bare event loop.
struct Commands {
  let answerable: String
  let raw: String
  let inputs: Inputs
  let page: Page

  private struct Failure: Error, CustomStringConvertible {
    let status: Int32
    let words: [String]
    var description: String { "ended with \(status): \(words.joined(separator: " "))" }
  }

  private var check: [String] { [answerable, "check", "--no-review", "--date", "2026-03-01", "--format", "ndjson"] }

  func measure() throws {
    page.section(
      "Whole processes",
      """
      Medians. `libyaml events` reads the same bytes with libyaml in one thread and throws its events away; it is run in turn
      with what stands below it. The stream is three of the examples in turn.
      """)
    table()
    let example = inputs.example.path()
    try compare("one project, cold, named alone", [answerable, "check", example], over: example, runs: 201)
    try compare("one project, cold, with options", check + [example], over: example, runs: 201)
    let stream = inputs.stream.path()
    try compare("\(inputs.projects) projects, one stream", check + [stream], over: stream, runs: 7)
  }

  /// The head of a table of commands.
  func table() {
    page.table(["command", "wall ms", "CPU ms", "peak MB", "wall against libyaml", "CPU against libyaml"])
  }

  private func compare(_ name: String, _ command: [String], over file: String, runs: Int) throws {
    // In turn, so that a machine that grows slower or faster does so for both.
    var base: [process_cost_t] = []
    var measured: [process_cost_t] = []
    for _ in 0..<runs {
      base.append(try cost([raw, file]))
      // The decision is in the exit code.
      measured.append(try cost(command, accepting: 0...3))
    }
    let (from, to) = (median(base), median(measured))
    row("libyaml events: \(name)", from, from)
    row("answerable check: \(name)", to, from)
  }

  /// A command of others, beside the same yardstick.
  func row(_ name: String, _ command: [String], beside yardstick: [String], runs: Int) throws {
    row(
      name, median(try (0..<runs).map { _ in try cost(command) }), median(try (0..<9).map { _ in try cost(yardstick) }))
  }

  private func row(_ name: String, _ cost: process_cost_t, _ base: process_cost_t) {
    let wall = number(cost.wall_seconds * 1000)
    let cpu = number(cost.cpu_seconds * 1000)
    // What it inherits of this process's count says nothing of it.
    let own = process_peak_kibibytes()
    let peak = cost.peak_kibibytes > own ? number(Double(cost.peak_kibibytes) / 1024) : ""
    let ratios = [cost.wall_seconds / base.wall_seconds, cost.cpu_seconds / base.cpu_seconds].map(number)
    page.row([name, wall, cpu, peak] + ratios)
  }

  /// In three digits, as far as it is no whole number.
  private func number(_ value: Double) -> String {
    String(format: value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value)
  }

  private func median(_ costs: [process_cost_t]) -> process_cost_t {
    var middle = costs[0]
    middle.wall_seconds = costs.map(\.wall_seconds).sorted()[costs.count / 2]
    middle.cpu_seconds = costs.map(\.cpu_seconds).sorted()[costs.count / 2]
    middle.peak_kibibytes = costs.map(\.peak_kibibytes).sorted()[costs.count / 2]
    return middle
  }

  private func cost(_ arguments: [String], accepting: ClosedRange<Int32> = 0...0) throws -> process_cost_t {
    var pointers = arguments.map { UnsafePointer(strdup($0)) }
    pointers.append(nil)
    defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
    let cost = pointers.withUnsafeBufferPointer { process_cost($0.baseAddress, nil, nil) }
    guard accepting.contains(cost.status) else { throw Failure(status: cost.status, words: arguments) }
    return cost
  }
}
