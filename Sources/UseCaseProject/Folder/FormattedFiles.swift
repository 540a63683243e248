/// The files that a path given to `format` stands for: itself, or all below it, whichever model
/// they belong to; links are not followed, because writing through them could leave the folder.
public func modelFiles(at path: String, on disk: any FileSystem) throws(ProjectError) -> [String] {
  switch disk.kind(of: path) {
  case .file, .symbolicLink:
    guard FolderScan.isModelFile(Path.name(of: path)) else {
      throw ProjectError("'\(path)' is no '.usecase' file")
    }
    return [path]
  case .folder:
    var scan = FolderScan(root: path, disk: disk, scope: .everything)
    try scan.run()
    guard !scan.files.isEmpty else {
      throw ProjectError("there are no '.usecase' files in '\(path)'")
    }
    return scan.files.map { path == "." ? $0 : Path.join(path, $0) }
  case .other: throw ProjectError("'\(path)' is neither a file nor a folder")
  case nil: throw .missing(path)
  }
}
