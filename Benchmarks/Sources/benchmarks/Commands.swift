import Foundation
import ProcessCost

/// Whole processes: a cold start on one project, and a stream of many; each beside the bare event loop.
struct Commands {
  let answerable: String
  let raw: String
  let inputs: Inputs

  var check: [String] { [answerable, "check", "--no-review", "--date", "2026-03-01", "--format", "ndjson"] }

  func measure() {
    print("\n| command | wall ms | CPU ms | peak MB | wall against libyaml | CPU against libyaml |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    let example = inputs.example.path()
    compare("one project, cold, named alone", [raw, example], [answerable, "check", example], runs: 51)
    compare("one project, cold, with options", [raw, example], check + [example], runs: 51)
    compare(
      "\(inputs.projects) projects, one stream", [raw, inputs.stream.path()], check + [inputs.stream.path()], runs: 5)
  }

  private func compare(_ name: String, _ yardstick: [String], _ command: [String], runs: Int) {
    // In turn, so that a machine that grows slower or faster does so for both.
    var base: [process_cost_t] = []
    var measured: [process_cost_t] = []
    for _ in 0..<runs {
      base.append(cost(yardstick))
      measured.append(cost(command))
    }
    let (from, to) = (median(base), median(measured))
    row("libyaml events: \(name)", from, from)
    row("answerable check: \(name)", to, from)
  }

  /// A command of others, beside the same yardstick.
  func row(_ name: String, _ command: [String], beside yardstick: [String], runs: Int) {
    row(name, median((0..<runs).map { _ in cost(command) }), median((0..<runs).map { _ in cost(yardstick) }))
  }

  private func row(_ name: String, _ cost: process_cost_t, _ base: process_cost_t) {
    let wall = number(cost.wall_seconds * 1000)
    let cpu = number(cost.cpu_seconds * 1000)
    // What it inherits of this process's count says nothing of it.
    let own = process_peak_kibibytes()
    let peak = cost.peak_kibibytes > own ? number(Double(cost.peak_kibibytes) / 1024) : ""
    let ratios = "\(number(cost.wall_seconds / base.wall_seconds)) | \(number(cost.cpu_seconds / base.cpu_seconds))"
    print("| \(name) | \(wall) | \(cpu) | \(peak) | \(ratios) |")
  }

  private func number(_ value: Double) -> String { String(format: "%.1f", value) }

  private func median(_ costs: [process_cost_t]) -> process_cost_t {
    var middle = costs[0]
    middle.wall_seconds = costs.map(\.wall_seconds).sorted()[costs.count / 2]
    middle.cpu_seconds = costs.map(\.cpu_seconds).sorted()[costs.count / 2]
    middle.peak_kibibytes = costs.map(\.peak_kibibytes).sorted()[costs.count / 2]
    return middle
  }

  private func cost(_ arguments: [String]) -> process_cost_t {
    var pointers = arguments.map { UnsafePointer(strdup($0)) }
    pointers.append(nil)
    defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
    let cost = pointers.withUnsafeBufferPointer { process_cost($0.baseAddress, nil, nil) }
    if cost.status < 0 || cost.status > 3 { print("failed with \(cost.status): \(arguments.joined(separator: " "))") }
    return cost
  }
}
