// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "usecase",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "UseCaseSyntax", targets: ["UseCaseSyntax"]),
    .library(name: "UseCaseModel", targets: ["UseCaseModel"]),
    .library(name: "UseCaseRules", targets: ["UseCaseRules"]),
    .executable(name: "usecase", targets: ["usecase"]),
    .plugin(name: "UseCasePlugin", targets: ["UseCasePlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .target(name: "UseCaseSyntax"),
    .testTarget(name: "UseCaseSyntaxTests", dependencies: ["UseCaseSyntax", "TestSupport"]),
    .target(name: "UseCaseModel", dependencies: ["UseCaseSyntax"]),
    .testTarget(
      name: "UseCaseModelTests", dependencies: ["UseCaseModel", "UseCaseSyntax", "TestSupport"]),
    .target(name: "UseCaseRules", dependencies: ["UseCaseSyntax", "UseCaseModel"]),
    .target(name: "UseCaseExchange", dependencies: ["UseCaseSyntax", "UseCaseModel"]),
    .target(name: "UseCaseText"),
    .target(
      name: "CGraphviz", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "Graphviz", dependencies: ["CGraphviz", "UseCaseText"]),
    .target(name: "CRsvg", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "Rsvg", dependencies: ["CRsvg"]),
    .testTarget(name: "RsvgTests", dependencies: ["Rsvg"]),
    .target(
      name: "UseCaseDiagrams", dependencies: ["UseCaseSyntax", "UseCaseModel", "UseCaseText"]),
    .testTarget(
      name: "UseCaseDiagramsTests",
      dependencies: [
        "UseCaseDiagrams", "UseCaseSyntax", "UseCaseModel", "UseCaseText", "Graphviz",
        "TestSupport",
      ]),
    .testTarget(name: "RepositoryTests"),
    .testTarget(
      name: "UseCaseExchangeTests",
      dependencies: ["UseCaseExchange", "UseCaseModel", "UseCaseSyntax", "TestSupport"]),
    .testTarget(name: "UseCaseTextTests", dependencies: ["UseCaseText"]),
    .testTarget(name: "GraphvizTests", dependencies: ["Graphviz", "UseCaseText"]),
    .target(
      name: "UseCaseReport", dependencies: ["UseCaseSyntax", "UseCaseText", "UseCaseRules"]),
    .target(
      name: "UseCaseComparison",
      dependencies: ["UseCaseSyntax", "UseCaseModel", "UseCaseRules", "UseCaseReport"]),
    .testTarget(
      name: "UseCaseComparisonTests",
      dependencies: [
        "UseCaseComparison", "UseCaseSyntax", "UseCaseModel", "UseCaseRules", "UseCaseReport",
        "TestSupport",
      ]),
    .target(
      name: "UseCaseProject",
      dependencies: [
        "UseCaseSyntax", "UseCaseModel", "UseCaseRules", "UseCaseText", "UseCaseDiagrams",
        "UseCaseSite", "Graphviz", "Rsvg",
      ]),
    .target(name: "UseCasePreview", dependencies: ["UseCaseSyntax"]),
    .testTarget(name: "UseCasePreviewTests", dependencies: ["UseCasePreview", "TestSupport"]),
    .target(
      name: "UseCaseManual",
      dependencies: ["UseCaseSyntax", "UseCaseModel", "UseCaseRules", "UseCaseReport"]),
    .testTarget(
      name: "UseCaseManualTests",
      dependencies: [
        "UseCaseManual", "UseCaseReport", "UseCaseRules", "UseCaseModel", "UseCaseSyntax",
        "TestSupport",
      ]),
    .target(
      name: "UseCaseLanguageServer",
      dependencies: ["UseCaseSyntax", "UseCaseModel", "UseCaseRules", "UseCaseProject"]),
    .testTarget(
      name: "UseCaseLanguageServerTests",
      dependencies: ["UseCaseLanguageServer", "UseCaseSyntax", "TestSupport", "usecase"]),
    .executableTarget(
      name: "usecase",
      dependencies: [
        "UseCaseSyntax", "UseCaseModel", "UseCaseRules", "UseCaseReport", "UseCaseExchange",
        "UseCaseDiagrams", "UseCaseComparison", "UseCaseManual", "UseCasePreview", "UseCaseProject",
        "UseCaseLanguageServer", "Graphviz", "Rsvg",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // 'swift package usecase' in packages that depend on this one.
    .plugin(
      name: "UseCasePlugin",
      capability: .command(
        intent: .custom(
          verb: "usecase",
          description: "Checks, draws and documents use-case models and customer journeys.")),
      dependencies: ["usecase"], path: "Sources/UseCasePlugin"),
    .testTarget(
      name: "UseCaseProjectTests",
      dependencies: [
        "UseCaseProject", "UseCaseSyntax", "UseCaseText", "Graphviz", "UseCaseModel",
        "UseCaseRules", "TestSupport",
      ]),
    .testTarget(name: "CommandLineTests", dependencies: ["TestSupport", "usecase"]),
    .target(name: "TestSupport", dependencies: ["UseCaseSyntax"], path: "Tests/TestSupport"),
    .testTarget(
      name: "UseCaseRulesTests",
      dependencies: ["UseCaseRules", "UseCaseModel", "UseCaseSyntax", "TestSupport"]),
    // libcmark, linked statically where that can be said: Debian's libcmark-dev, Homebrew's cmark.
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(
      name: "Markdown", dependencies: ["CMark"],
      linkerSettings: [
        .linkedLibrary(":libcmark.a", .when(platforms: [.linux])),
        .linkedLibrary("cmark", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "UseCaseSite",
      dependencies: ["UseCaseSyntax", "UseCaseModel", "UseCaseRules", "Markdown"]),
    .testTarget(
      name: "UseCaseSiteTests",
      dependencies: ["UseCaseSyntax", "UseCaseModel", "UseCaseRules", "UseCaseSite"]),
    .testTarget(
      name: "UseCaseReportTests",
      dependencies: [
        "UseCaseReport", "UseCaseRules", "UseCaseModel", "UseCaseText", "UseCaseSyntax",
        "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
