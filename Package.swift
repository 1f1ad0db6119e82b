// swift-tools-version: 6.2
import PackageDescription

// Floors, lowest first: a target imports only floors below its own. Within a floor the order is alphabetical, and each
// target stands next to its tests.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

/// The sanitizer that everything is built with, if one is.
let sanitizer = Context.environment["ANSWERABLE_SANITIZER"]

let package = Package(
  name: "answerable",
  products: [
    .executable(name: "answerable", targets: ["answerable"]),
    .library(
      name: "AnswerableEngine",
      targets: [
        "AssessmentEngine", "BuiltInPolicies", "CEL", "Diagnostics", "LinearTimeRegex", "LocatedYAML", "PolicyModel",
        "Questionnaire", "Reports",
      ]),
    .library(name: "AnswerableWeb", targets: ["ProjectFiles", "WebApp"]),
    .library(name: "AnswerableTestSupport", targets: ["CELTestSupport", "SeededRandomness"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.20.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
  ],
  targets: [
    // Floor 0: no knowledge of policies, projects or each other.
    .systemLibrary(name: "CGlibc"),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Archiving", swiftSettings: strict),
    .testTarget(name: "ArchivingTests", dependencies: ["Archiving"], swiftSettings: strict),
    .target(name: "Diagnostics", swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: strict),
    .target(
      name: "Sharing", dependencies: [.product(name: "NIOConcurrencyHelpers", package: "swift-nio")],
      swiftSettings: strict + (sanitizer == "thread" ? [.define("THREAD_SANITIZER")] : [])),
    .testTarget(name: "SharingTests", dependencies: ["Sharing"], swiftSettings: strict),
    .target(name: "UnicodeText", swiftSettings: strict),
    .testTarget(name: "UnicodeTextTests", dependencies: ["UnicodeText"], swiftSettings: strict),

    // Floor 1: the two languages that a pack is written in, and the notations of reports.
    .target(name: "DocumentWriting", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(name: "DocumentWritingTests", dependencies: ["DocumentWriting"], swiftSettings: strict),
    .target(name: "LinearTimeRegex", dependencies: ["Sharing", "UnicodeText"], swiftSettings: strict),
    .testTarget(
      name: "LinearTimeRegexTests", dependencies: ["LinearTimeRegex", "SeededRandomness"], exclude: ["Cases"],
      swiftSettings: strict),
    .target(name: "LocatedYAML", dependencies: ["CLibYAML", "Diagnostics", "Sharing"], swiftSettings: strict),
    .testTarget(
      name: "LocatedYAMLTests", dependencies: ["Diagnostics", "LocatedYAML", "SeededRandomness", "TestSupport"],
      swiftSettings: strict),
    .target(
      name: "CEL", dependencies: ["Archiving", "Diagnostics", "LinearTimeRegex", "Sharing"], swiftSettings: strict),
    .testTarget(
      name: "CELTests",
      dependencies: ["CEL", "CELConformance", "CELTestSupport", "Diagnostics", "SeededRandomness", "TestSupport"],
      exclude: ["Cases", "KnownGaps.txt"], swiftSettings: strict),

    // Floor 2: packs, projects and review records, read and checked.
    .target(
      name: "PolicyModel",
      dependencies: ["Archiving", "CEL", "Diagnostics", "LinearTimeRegex", "LocatedYAML", "Sharing", "UnicodeText"],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyModelTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "BuiltInPolicies", "CEL", "Diagnostics", "LinearTimeRegex",
        "LocatedYAML",
        "PolicyModel", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),

    // Floor 3: the packs of Policies/ as part of the program, and the pure assessment.
    .target(
      name: "AssessmentEngine", dependencies: ["CEL", "Diagnostics", "LocatedYAML", "PolicyModel"],
      swiftSettings: strict),
    .testTarget(
      name: "AssessmentEngineTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "BuiltInPolicies", "CEL", "Diagnostics", "LocatedYAML",
        "PolicyModel", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "Diagnostics", "LinearTimeRegex", "LocatedYAML", "PolicyModel",
        "PolicyTesting", "SeededRandomness", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .target(
      name: "BuiltInPolicies", dependencies: ["Diagnostics", "PolicyModel"], swiftSettings: strict,
      plugins: ["EmbedPolicies"]),

    // Floor 4: what is made of an assessment, and of packs.
    .target(
      name: "PolicyComparison",
      dependencies: [
        "AssessmentEngine", "CEL", "Diagnostics", "DocumentWriting", "LinearTimeRegex", "PolicyModel",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyComparisonTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "BuiltInPolicies", "Diagnostics", "PolicyComparison",
        "PolicyModel",
        "TestSupport",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .target(
      name: "PolicyLinting", dependencies: ["CEL", "Diagnostics", "LocatedYAML", "PolicyModel"],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyLintingTests",
      dependencies: [
        "AssessmentTestSupport", "BuiltInPolicies", "Diagnostics", "LocatedYAML", "PolicyLinting", "PolicyModel",
        "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .target(
      name: "PolicyReference",
      dependencies: ["CEL", "Diagnostics", "DocumentWriting", "LinearTimeRegex", "PolicyModel", "UnicodeText"],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyReferenceTests",
      dependencies: [
        "AssessmentTestSupport", "BuiltInPolicies", "Diagnostics", "PolicyModel", "PolicyReference", "TestSupport",
      ],
      exclude: ["Cases", "Snapshots"], swiftSettings: strict),
    .target(
      name: "PolicyTesting",
      dependencies: ["AssessmentEngine", "CEL", "Diagnostics", "DocumentWriting", "LocatedYAML", "PolicyModel"],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyTestingTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "BuiltInPolicies", "CEL", "Diagnostics", "LocatedYAML",
        "PolicyModel",
        "PolicyTesting", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .target(
      name: "Questionnaire",
      dependencies: ["AssessmentEngine", "CEL", "Diagnostics", "DocumentWriting", "LocatedYAML", "PolicyModel"],
      swiftSettings: strict),
    .testTarget(
      name: "QuestionnaireTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "CEL", "Diagnostics", "LocatedYAML", "PolicyModel",
        "Questionnaire", "TestSupport",
      ],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "AssessmentEngine", "CEL", "Diagnostics", "DocumentWriting", "LocatedYAML", "Sharing", "PolicyModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "CEL", "Diagnostics", "LocatedYAML", "PolicyLinting",
        "PolicyModel",
        "Reports", "TestSupport",
      ],
      exclude: ["Cases", "Snapshots"], swiftSettings: strict),

    .target(
      name: "Schemas", dependencies: ["AssessmentEngine", "Diagnostics", "DocumentWriting", "PolicyModel"],
      swiftSettings: strict),
    .testTarget(
      name: "SchemasTests",
      dependencies: [
        "AssessmentTestSupport", "BuiltInPolicies", "Diagnostics", "PolicyModel", "Schemas", "TestSupport",
      ],
      exclude: ["Snapshots"], swiftSettings: strict),

    // Floor 5: the world outside.
    .target(
      name: "LocalFiles", dependencies: [.product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .testTarget(name: "LocalFilesTests", dependencies: ["LocalFiles"], swiftSettings: strict),

    // Floor 6: projects and their review records as they stand in files.
    .target(
      name: "ProjectFiles",
      dependencies: [
        "AssessmentEngine", "BuiltInPolicies", "CGlibc", "Diagnostics", "LocalFiles", "LocatedYAML", "PolicyModel",
        "Sharing", "Questionnaire",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProjectFilesTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "Diagnostics", "LocalFiles", "LocatedYAML", "PolicyModel",
        "ProjectFiles", "Questionnaire", "TestSupport",
      ],
      swiftSettings: strict),

    // Floor 7: the same in a browser, and for other programs.
    .target(
      name: "WebApp",
      dependencies: [
        "AssessmentEngine", "CEL", "Diagnostics", "DocumentWriting", "LocalFiles", "LocatedYAML", "Sharing",
        "PolicyModel", "ProjectFiles", "Questionnaire", "Reports", "Schemas",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      resources: [.embedInCode("Assets/app.css"), .embedInCode("Assets/app.js")],
      swiftSettings: strict),

    .testTarget(
      name: "WebAppTests",
      dependencies: [
        "AssessmentEngine", "AssessmentTestSupport", "Diagnostics", "DocumentWriting", "PolicyModel", "ProjectFiles",
        "Questionnaire", "Reports", "Schemas",
        "TestSupport", "WebApp",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ],
      swiftSettings: strict),

    // Floor 8: the commands.
    .executableTarget(
      name: "answerable",
      dependencies: [
        "AssessmentEngine", "BuiltInPolicies", "CEL", "CGlibc", "Diagnostics", "DocumentWriting", "LocalFiles",
        "LocatedYAML", "Sharing", "PolicyComparison", "PolicyLinting", "PolicyModel", "PolicyReference",
        "PolicyTesting", "ProjectFiles", "Questionnaire", "Reports", "Schemas", "WebApp",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "answerable", "AssessmentEngine", "AssessmentTestSupport", "BuiltInPolicies", "CEL", "Diagnostics",
        "LocatedYAML", "PolicyLinting", "PolicyModel", "PolicyTesting", "ProjectFiles", "Questionnaire", "Reports",
        "SeededRandomness", "TestSupport",
      ],
      exclude: ["Cases", "Documents", "schemathesis.toml"], swiftSettings: strict),

    .testTarget(
      name: "BrowserTests", dependencies: ["answerable", "TestSupport"], exclude: ["Cases", "Snapshots"],
      swiftSettings: strict),

    // For maintainers: never part of what is shipped.
    .executableTarget(
      name: "developer-tasks",
      dependencies: [
        "CEL", "CELConformance", "Diagnostics", "LocatedYAML", "PolicyComparison", "PolicyModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DeveloperTasksTests",
      dependencies: [
        "developer-tasks", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "policy-embedder", dependencies: ["Diagnostics", "PolicyModel"], swiftSettings: strict),
    .plugin(
      name: "EmbedPolicies", capability: .buildTool(), dependencies: ["policy-embedder"],
      path: "Sources/EmbedPolicies"),
    .target(
      name: "AssessmentTestSupport",
      dependencies: [
        "AssessmentEngine", "BuiltInPolicies", "CEL", "Diagnostics", "LocatedYAML", "PolicyModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Tests/AssessmentTestSupport", swiftSettings: strict),
    .target(name: "CELConformance", dependencies: ["CEL"], path: "Tests/CELConformance", swiftSettings: strict),
    .target(name: "CELTestSupport", dependencies: ["CEL"], path: "Tests/CELTestSupport", swiftSettings: strict),
    .target(name: "SeededRandomness", path: "Tests/SeededRandomness", swiftSettings: strict),
    .target(
      name: "TestSupport", path: "Tests/TestSupport", exclude: ["check_page.py", "validate.py"], swiftSettings: strict),
  ]
)
