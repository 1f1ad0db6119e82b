// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "answerable", path: "..")
  ],
  targets: [
    .target(name: "AllocationCount"),
    .target(name: "ProcessCost"),
    .executableTarget(
      name: "benchmarks",
      dependencies: ["AllocationCount", "ProcessCost", .product(name: "AnswerableEngine", package: "answerable")]),
  ]
)
