// swift-tools-version: 6.2
import PackageDescription

// By itself, so that counting instructions builds nothing but the tests: what is counted is the release build beside it.
let package = Package(
  name: "instructions",
  targets: [.testTarget(name: "InstructionTests", exclude: ["budgets.txt"])]
)
