import UseCaseProject

extension Workspace {
  /// Files have changed on the disk, appeared or vanished: what is open stands as the client has it.
  func filesChanged(_ paths: [String]) {
    let changed = Set(paths.map { located($0, on: Disk()) })
    // The client tells of what was saved here as well: nothing is new in that.
    let others = changed.filter { !isUnchanged($0) }
    guard !others.isEmpty else { return }
    reload()
  }

  /// Whether a file is an open document of a model, and is still there.
  private func isUnchanged(_ path: String) -> Bool {
    guard let document = document(at: path), let model = model(of: document) else { return false }
    return !model.isAlone && Disk().kind(of: path) == .file
  }
}
