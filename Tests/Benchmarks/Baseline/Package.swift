// swift-tools-version: 6.1
import PackageDescription

// What a program costs that has the compiler's subcommands and does nothing.
let package = Package(
  name: "baseline",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "baseline",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")])
  ],
  swiftLanguageModes: [.v6]
)
