// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "briefing",
  products: [
    .executable(name: "briefing", targets: ["briefing"]),
    .library(name: "CommonMark", targets: ["CommonMark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The arrows point one way: CommonMark <- Core <- Text <- Layout <- Reader <- Terminal <- briefing,
    // and Text <- Search <- Library <- briefing. CONTRIBUTING.md says why. Each target names every module that it imports.
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CStemmer"),
    .target(name: "CTerminalGuard"),
    .target(name: "CommonMark", exclude: ["Generated/generate.py"]),
    .target(
      name: "BriefingCore",
      dependencies: ["CommonMark", .product(name: "Yams", package: "Yams")],
      exclude: ["FoldingData.py"]),
    .target(name: "BriefingText", dependencies: ["BriefingCore", "CommonMark"]),
    .target(
      name: "BriefingLayout", dependencies: ["BriefingText", "BriefingCore", "CommonMark"],
      exclude: ["Width/ScalarDisplayTable.py"]),
    .target(name: "BriefingSearch", dependencies: ["BriefingText", "BriefingCore"]),
    .target(
      name: "BriefingLibrary",
      dependencies: [
        "BriefingCore", "BriefingText", "BriefingSearch", "CStemmer",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "BriefingReader",
      dependencies: ["BriefingSearch", "BriefingLayout", "BriefingCore", "CommonMark"]),
    .target(
      name: "BriefingTerminal",
      dependencies: ["BriefingReader", "BriefingLayout", "CNcurses", "CTerminalGuard"]),
    .executableTarget(
      name: "briefing",
      dependencies: [
        "BriefingCore", "BriefingLayout", "BriefingLibrary", "BriefingReader", "BriefingSearch",
        "BriefingTerminal", "CommonMark",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "CommonMarkSamples", dependencies: ["CommonMark"]),
    .target(
      name: "AnchorTrial", dependencies: ["BriefingLayout", "BriefingCore", "CommonMarkSamples"]),
    .target(name: "ProgramDriver"),
    .executableTarget(
      name: "bench",
      dependencies: [
        "AnchorTrial", "BriefingCore", "BriefingText", "BriefingLayout", "BriefingLibrary", "BriefingSearch",
        "CommonMark",
        "CommonMarkSamples", "ProgramDriver",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .executableTarget(
      name: "soak",
      dependencies: [
        "BriefingReader", "CommonMarkSamples", "ProgramDriver",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .executableTarget(
      name: "compare",
      dependencies: [
        "CommonMark", "CommonMarkSamples", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark", "CommonMarkSamples"]),
    .testTarget(name: "BriefingCoreTests", dependencies: ["BriefingCore", "CommonMark"]),
    .testTarget(name: "BriefingTextTests", dependencies: ["BriefingText", "BriefingCore"]),
    .testTarget(
      name: "BriefingLayoutTests",
      dependencies: [
        "AnchorTrial", "BriefingLayout", "BriefingText", "BriefingCore", "CommonMark", "CommonMarkSamples",
      ],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "BriefingSearchTests",
      dependencies: ["BriefingSearch", "BriefingText", "BriefingCore", "CommonMarkSamples"]),
    .testTarget(
      name: "BriefingLibraryTests",
      dependencies: [
        "BriefingLibrary", "BriefingSearch", "BriefingText", "BriefingCore", "CommonMarkSamples",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "BriefingReaderTests",
      dependencies: [
        "BriefingReader", "BriefingSearch", "BriefingLayout", "BriefingCore", "CommonMarkSamples",
      ]),
    .testTarget(
      name: "BriefingTerminalTests",
      dependencies: [
        "BriefingTerminal", "BriefingReader", "BriefingLayout", "BriefingCore", "CNcurses", "ProgramDriver",
      ]),
    .testTarget(name: "ProgramDriverTests", dependencies: ["ProgramDriver"]),
    .testTarget(name: "briefingTests", dependencies: ["briefing", "BriefingCore"]),
    .testTarget(name: "compareTests", dependencies: ["compare"]),
    .testTarget(name: "EndToEnd", dependencies: ["briefing", "CommonMarkSamples", "ProgramDriver"]),
  ],
  swiftLanguageModes: [.v6]
)

// Only `make fuzz` builds it: it has to be linked with libFuzzer.
if Context.environment["BRIEFING_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "BriefingCore", "BriefingLayout", "BriefingLibrary", "BriefingSearch", "BriefingTerminal",
        "CommonMark",
        "CommonMarkSamples", "ProgramDriver", .product(name: "GRDB", package: "GRDB.swift"),
      ]))
}
