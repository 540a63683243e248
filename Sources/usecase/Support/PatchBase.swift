import UseCaseProject

/// The folder from which the paths of a patch lead to its files, so that `git apply` finds them: the
/// repository that one stands in, else the current folder, else the folder that holds all files.
struct PatchBase {
  private let folder: String
  /// What is to be said where the patch cannot be applied in the current folder.
  let remark: String?

  /// `files` are absolute.
  init(for files: [String]) throws {
    let current = try Disk().resolve(".")
    let candidates = [PatchBase.repository(around: current), current].compactMap { $0 }
    let fitting = candidates.first { folder in files.allSatisfy { Path.isInside($0, folder) } }
    if let fitting {
      folder = fitting
      remark = nil
    } else {
      let common = PatchBase.commonFolder(of: files)
      folder = PatchBase.repository(around: common) ?? common
      remark = "the paths of the patch begin in '\(folder)'"
    }
  }

  func name(of file: String) -> String { Path.relative(file, from: folder) }

  private static func repository(around folder: String) -> String? {
    var folder = folder
    while Disk().kind(of: Path.join(folder, ".git")) == nil {
      guard folder != "/" else { return nil }
      folder = Path.parent(of: folder)
    }
    return folder
  }

  private static func commonFolder(of files: [String]) -> String {
    var folder = Path.parent(of: files.first ?? "/")
    while !files.allSatisfy({ Path.isInside($0, folder) }), folder != "/" {
      folder = Path.parent(of: folder)
    }
    return folder
  }
}
