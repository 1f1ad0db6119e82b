// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "answerable", path: "..")
  ],
  targets: [
    .systemLibrary(name: "CLibYAMLForBenchmarks", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // The yardstick: libyaml's events, counted and thrown away.
    .executableTarget(name: "raw-libyaml", dependencies: ["CLibYAMLForBenchmarks"]),
    .target(name: "AllocationCount"),
    .target(name: "ProcessCost"),
    .executableTarget(
      name: "benchmarks",
      dependencies: ["AllocationCount", "ProcessCost", .product(name: "AnswerableEngine", package: "answerable")]),
  ]
)
