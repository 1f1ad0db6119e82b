// swift-tools-version: 6.2
import PackageDescription

// Not part of `swift test`: built with coverage instrumentation by `swift run developer-tasks fuzz`.
let package = Package(
  name: "fuzzing",
  dependencies: [
    .package(name: "answerable", path: "../..")
  ],
  targets: [
    .target(name: "LibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "LibFuzzer", .product(name: "AnswerableEngine", package: "answerable"),
        .product(name: "AnswerableTestSupport", package: "answerable"),
        .product(name: "AnswerableWeb", package: "answerable"),
      ],
      resources: [.embedInCode("Policies/foundation.yaml"), .embedInCode("Policies/pilotage.yaml")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
