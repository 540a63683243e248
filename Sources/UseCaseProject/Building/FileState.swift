#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// By what one version of a file is told from another without reading it.
struct FileState: Hashable {
  let size: Int
  /// When it was written, since 1970.
  let seconds: Int
  let nanoseconds: Int

  init(size: Int, seconds: Int, nanoseconds: Int) {
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Nil where there is no file; a link is not followed.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, FileKind(mode: status.st_mode) == .file else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }

  var text: String { "\(size) \(seconds) \(nanoseconds)" }
}
