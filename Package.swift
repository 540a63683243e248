// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "usecase",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "UseCaseSyntax", targets: ["UseCaseSyntax"])
  ],
  targets: [
    .target(name: "UseCaseSyntax"),
    .target(name: "UseCaseModel", dependencies: ["UseCaseSyntax"]),
    .target(name: "UseCaseRules", dependencies: ["UseCaseSyntax", "UseCaseModel"]),
  ],
  swiftLanguageModes: [.v6]
)
