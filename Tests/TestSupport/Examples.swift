import Foundation

/// The root of the package.
public let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A file of the examples, with its path below `examples`.
public struct ExampleFile: Sendable, CustomStringConvertible {
  public let path: String
  public let bytes: [UInt8]

  public var description: String { path }
}

/// Every `.usecase` file below `examples`, in the order of their paths.
public let exampleFiles: [ExampleFile] = files(
  in: packageRoot.appending(path: "examples"), withExtension: "usecase")

/// The files below a folder with an extension, in the order of their paths.
public func files(in folder: URL, withExtension ending: String) -> [ExampleFile] {
  let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
  return (paths ?? []).filter { $0.hasSuffix("." + ending) }.sorted().compactMap { path in
    (try? Data(contentsOf: folder.appending(path: path))).map {
      ExampleFile(path: path, bytes: Array($0))
    }
  }
}
