extension Disk {
  /// Puts new texts in the place of a model's files: of all of them, or of none where one cannot be
  /// written.
  ///
  /// A file is left alone, and so are all others, where it is not what was read any more, or where
  /// a link leads out of the model's folder by now. Modes are kept.
  public func write(_ changes: [TextChange], in folder: ModelFolder) throws(ProjectError) {
    var targets: [(path: String, change: TextChange)] = []
    for change in changes {
      let path = try location(of: change.path, in: folder)
      guard try read(path) == change.old else {
        throw ProjectError(
          "'\(path)' has changed since it was read, so nothing was fixed", help: "try it again")
      }
      targets.append((path, change))
    }
    for (index, target) in targets.enumerated() {
      do throws(ProjectError) {
        try write(target.change.new, to: target.path)
      } catch {
        for written in targets[..<index] { _ = try? write(written.change.old, to: written.path) }
        throw error
      }
    }
  }

  /// Where a file of a model lies, without links; never outside of the model's folder.
  public func location(
    of file: String, in folder: ModelFolder
  ) throws(ProjectError) -> String {
    let path = try resolve(Path.join(folder.path, file))
    guard Path.isInside(path, folder.path) else {
      throw ProjectError("'\(Path.join(folder.path, file))' leads out of the model's folder")
    }
    return path
  }
}
