// swift-tools-version: 6.2

import PackageDescription

// The products of other packages, and the executables and tests that import them, need the trait `Program`, which is on by
// default. A package that wants CommonMark alone depends on this one with `traits: []`: it resolves nothing else.
func product(_ name: String, of package: String) -> Target.Dependency {
  .product(name: name, package: package, condition: .when(traits: ["Program"]))
}
let algorithms = product("Algorithms", of: "swift-algorithms")
let argumentParser = product("ArgumentParser", of: "swift-argument-parser")
let grdb = product("GRDB", of: "GRDB.swift")
let sqlite = product("GRDBSQLite", of: "GRDB.swift")

/// The name of the data of ICU that is to be left out of the program; nil where `make` has not said it.
let icuData = Context.environment["BRIEFING_ICU_DATA"].flatMap { $0.isEmpty ? nil : $0 }

let package = Package(
  name: "briefing",
  products: [
    .executable(name: "briefing", targets: ["briefing"]),
    .library(name: "CommonMark", targets: ["CommonMark"]),
  ],
  traits: [
    .default(enabledTraits: ["Program"]),
    .trait(name: "Program", description: "The program `briefing`, its tools and its tests."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The arrows point one way: CommonMark <- Core <- Text <- Layout <- Reader <- Terminal <- briefing,
    // Text <- Search <- Index <- Library <- briefing, Text <- Reading <- Store <- briefing, Reading <- Reader,
    // Core <- Import <- briefing, Core <- Files <- Index, and Reader <- Configuration <- briefing. CONTRIBUTING.md says why. Each target names every module that it imports.
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CStemmer"),
    .systemLibrary(name: "CYAML"),
    .systemLibrary(name: "CZlib"),
    .target(name: "CMemory"),
    // What `make` knows; nothing is asked of git here, for the manifest is kept between commits.
    .target(
      name: "CBuildCommit",
      cSettings: [
        .define("BRIEFING_COMMIT", to: "\"\(Context.environment["BRIEFING_COMMIT"] ?? "")\"")
      ]),
    .target(
      name: "CLocaleData",
      cSettings: icuData.map { [.define("BRIEFING_ICU_DATA", to: $0, .when(configuration: .release))] }),
    .target(name: "CTerminalGuard"),
    .target(name: "CCharacterWidth"),
    .target(name: "CommonMark", exclude: ["Generated/generate.py", "Generated/emoji.py"]),
    .target(
      name: "BriefingCore",
      dependencies: ["CommonMark", "CYAML", algorithms],
      exclude: ["FoldingData.py"]),
    .target(name: "BriefingText", dependencies: ["BriefingCore", "CommonMark", algorithms]),
    .target(
      name: "BriefingLayout", dependencies: ["BriefingText", "BriefingCore", "CommonMark", algorithms],
      exclude: ["Width/ScalarDisplayTable.py"]),
    .target(name: "BriefingSearch", dependencies: ["BriefingText", "BriefingCore"]),
    .target(name: "BriefingFiles", dependencies: ["BriefingCore"]),
    .target(
      name: "BriefingIndex",
      dependencies: [
        "BriefingFiles", "BriefingSearch", "BriefingText", "BriefingCore", "CMemory", "CStemmer",
        algorithms, grdb, sqlite,
      ]),
    .target(
      name: "BriefingReading", dependencies: ["BriefingText", "BriefingCore", "CommonMark", algorithms]),
    .target(
      name: "BriefingStore",
      dependencies: [
        "BriefingReading", "BriefingFiles", "BriefingText", "BriefingCore", "CZlib", grdb, sqlite,
      ]),
    .target(
      name: "BriefingLibrary",
      dependencies: [
        "BriefingIndex", "BriefingFiles", "BriefingSearch", "BriefingText", "BriefingCore", grdb,
      ]),
    .target(name: "BriefingCheck", dependencies: ["BriefingCore", "CommonMark"]),
    .target(name: "BriefingImport", dependencies: ["BriefingCore", "CommonMark"]),
    .target(
      name: "BriefingReader",
      dependencies: [
        "BriefingReading", "BriefingSearch", "BriefingLayout", "BriefingText", "BriefingCore", "CommonMark",
        algorithms,
      ]),
    .target(
      name: "BriefingTerminal",
      dependencies: [
        "BriefingReader", "BriefingLayout", "BriefingText", "CNcurses", "CTerminalGuard", "CCharacterWidth",
      ]),
    .target(
      name: "BriefingConfiguration",
      dependencies: ["BriefingReader", "BriefingSearch", "BriefingLayout", "BriefingCore"]),
    .executableTarget(
      name: "briefing",
      dependencies: [
        "BriefingCheck", "BriefingConfiguration", "BriefingCore", "BriefingFiles", "BriefingImport",
        "BriefingLayout", "BriefingLibrary",
        "BriefingReader", "BriefingReading", "BriefingSearch", "BriefingStore", "BriefingTerminal",
        "BriefingText", "CBuildCommit", "CLocaleData", "CMemory",
        "CommonMark",
        argumentParser,
      ]),

    .target(name: "CommonMarkSamples", dependencies: ["CommonMark"]),
    .target(
      name: "AnchorTrial", dependencies: ["BriefingLayout", "BriefingCore", "CommonMarkSamples"]),
    .target(
      name: "ReadingTrial",
      dependencies: ["BriefingReading", "BriefingText", "BriefingCore", "CommonMarkSamples"]),
    .target(name: "ProgramDriver"),
    .target(name: "TestFolders"),
    .executableTarget(
      name: "bench",
      dependencies: [
        "AnchorTrial", "BriefingCore", "BriefingFiles", "BriefingImport", "BriefingText", "BriefingLayout",
        "BriefingLibrary",
        "BriefingReader", "BriefingReading", "BriefingSearch", "BriefingStore", "CommonMark",
        "CommonMarkSamples", "ProgramDriver", "ReadingTrial",
        argumentParser,
      ]),

    .executableTarget(
      name: "soak",
      dependencies: [
        "BriefingCore", "BriefingReader", "BriefingReading", "BriefingStore", "BriefingText",
        "CommonMarkSamples", "ProgramDriver",
        argumentParser,
      ]),

    .executableTarget(
      name: "compare",
      dependencies: [
        "CommonMark", "CommonMarkSamples", argumentParser,
      ]),

    .testTarget(
      name: "benchTests", dependencies: ["bench", "BriefingImport", "BriefingCore", "TestFolders"]),
    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark", "CommonMarkSamples"]),
    .testTarget(name: "BriefingCoreTests", dependencies: ["BriefingCore", "CommonMark"]),
    .testTarget(
      name: "BriefingTextTests",
      dependencies: ["BriefingText", "BriefingCore", "CommonMark", "CommonMarkSamples"]),
    .testTarget(
      name: "BriefingLayoutTests",
      dependencies: [
        "AnchorTrial", "BriefingLayout", "BriefingText", "BriefingCore", "CommonMark", "CommonMarkSamples",
      ],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "BriefingSearchTests",
      dependencies: ["BriefingSearch", "BriefingText", "BriefingCore", "CommonMarkSamples"]),
    .testTarget(name: "BriefingCheckTests", dependencies: ["BriefingCheck", "BriefingCore"]),
    .testTarget(
      name: "BriefingImportTests",
      dependencies: ["BriefingImport", "BriefingCore", "CommonMark", "CommonMarkSamples"]),
    .testTarget(
      name: "BriefingConfigurationTests",
      dependencies: ["BriefingConfiguration", "BriefingReader", "BriefingLayout", "BriefingText"]),
    .testTarget(name: "BriefingFilesTests", dependencies: ["BriefingFiles", "BriefingCore", "TestFolders"]),
    .testTarget(
      name: "BriefingIndexTests",
      dependencies: ["BriefingFiles", "BriefingIndex", "BriefingSearch", "CommonMarkSamples", grdb]),
    .testTarget(
      name: "BriefingLibraryTests",
      dependencies: [
        "BriefingLibrary", "BriefingIndex", "BriefingFiles", "TestFolders", "BriefingSearch", "BriefingText",
        "BriefingCore", "CommonMarkSamples",
        grdb,
      ]),
    .testTarget(
      name: "BriefingReadingTests",
      dependencies: [
        "BriefingReading", "BriefingText", "BriefingCore", "CommonMark", "CommonMarkSamples", "ReadingTrial",
      ]),
    .testTarget(
      name: "BriefingStoreTests",
      dependencies: [
        "BriefingStore", "BriefingReading", "BriefingLayout", "BriefingText", "BriefingCore",
        "CommonMarkSamples", "ProgramDriver", "ReadingTrial", "soak", grdb,
      ]),
    .testTarget(
      name: "BriefingReaderTests",
      dependencies: [
        "BriefingReader", "BriefingReading", "BriefingSearch", "BriefingLayout", "BriefingText",
        "BriefingCore", "CommonMarkSamples",
      ]),
    .testTarget(
      name: "BriefingTerminalTests",
      dependencies: [
        "BriefingTerminal", "BriefingReader", "BriefingLayout", "BriefingText", "BriefingCore", "CNcurses",
        "CCharacterWidth", "CommonMarkSamples", "ProgramDriver",
      ]),
    .testTarget(name: "ProgramDriverTests", dependencies: ["ProgramDriver"]),
    .testTarget(
      name: "briefingTests",
      dependencies: [
        "briefing", "BriefingConfiguration", "BriefingCore", "BriefingFiles", "BriefingReader",
        "BriefingLayout", "BriefingSearch", "BriefingStore", "BriefingTerminal", "CommonMarkSamples",
        "TestFolders",
      ]),
    .testTarget(name: "compareTests", dependencies: ["compare"]),
    .testTarget(name: "EndToEnd", dependencies: ["briefing", "CommonMarkSamples", "ProgramDriver"]),
  ],
  swiftLanguageModes: [.v6]
)

// Only `make fuzz` builds it, and says which sanitizers: it has to be linked with libFuzzer. What other packages have is
// not instrumented, which would take most of the time.
if let sanitizers = Context.environment["BRIEFING_FUZZ"] {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "BriefingConfiguration", "BriefingCore", "BriefingFiles", "BriefingImport", "BriefingIndex",
        "BriefingLayout", "BriefingLibrary", "BriefingReader", "BriefingSearch", "BriefingStore",
        "BriefingTerminal",
        "CommonMark", "CommonMarkSamples",
        "ProgramDriver", grdb,
      ],
      linkerSettings: [.unsafeFlags(["-sanitize=\(sanitizers)", "-use-ld=lld"])]))
  for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings = [.unsafeFlags(["-sanitize=\(sanitizers)"])]
  }
}
