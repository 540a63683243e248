#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The disk of this machine, by its own calls: Foundation would cost milliseconds at every start.
public struct Disk: FileSystem {
  public init() {}

  public func kind(of path: String) -> FileKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return FileKind(mode: status.st_mode)
  }

  public func resolve(_ path: String) throws(ProjectError) -> String {
    guard let resolved = realpath(path, nil) else {
      if errno == ENOENT { throw .missing(path) }
      throw ProjectError("cannot reach '\(path)': \(systemReason())")
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  public func entries(of folder: String) throws(ProjectError) -> [FolderEntry] {
    guard let stream = opendir(folder) else {
      throw ProjectError("cannot read the folder '\(folder)': \(systemReason())")
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] {
        let text = String(decoding: name, as: UTF8.self)
        let path = folder + "/" + text
        let kind = FileKind(type: entry.pointee.d_type) ?? self.kind(of: path) ?? .other
        entries.append(
          FolderEntry(name: text, kind: kind, isReadable: text.utf8.elementsEqual(name)))
      }
      errno = 0
    }
    guard errno == 0 else {
      throw ProjectError("cannot read the folder '\(folder)': \(systemReason())")
    }
    return entries
  }

  public func read(_ path: String) throws(ProjectError) -> [UInt8] {
    // A pipe would block until someone writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .missing(path) }
      throw ProjectError("cannot read '\(path)': \(systemReason())")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ProjectError("cannot read '\(path)': \(systemReason())")
    }
    guard FileKind(mode: status.st_mode) == .file else {
      throw ProjectError("'\(path)' is not a file")
    }
    guard status.st_size <= largestFile else { throw .tooLarge(path) }
    return try readAll(descriptor, expecting: Int(status.st_size), named: path)
  }

  /// The bytes that come from an open stream, up to its end.
  public func readStream(_ descriptor: Int32, named name: String) throws(ProjectError) -> [UInt8] {
    try readAll(descriptor, expecting: 1 << 16, named: name)
  }

  private func readAll(
    _ descriptor: Int32, expecting size: Int, named name: String
  ) throws(ProjectError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more, so that the end is noticed without growing.
    var capacity = size + 1
    while true {
      var count = 0
      let room = capacity
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        repeat {
          count = systemRead(descriptor, buffer.baseAddress, room)
        } while count < 0
          && errno == EINTR
        initialized = max(0, count)
      }
      guard count >= 0 else { throw ProjectError("cannot read '\(name)': \(systemReason())") }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= largestFile else { throw .tooLarge(name) }
      capacity = max(1, size + 1 - bytes.count, min(bytes.count, 1 << 20))
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  read(descriptor, buffer, count)
}

extension FileKind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }

  /// Nil where the folder does not say; some file systems never do.
  fileprivate init?(type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .symbolicLink
    case Int(DT_UNKNOWN): return nil
    default: self = .other
    }
  }
}

/// Why the last call to the system failed, in words that follow a colon.
public func systemReason(_ code: Int32 = errno) -> String {
  switch code {
  case EACCES, EPERM: "permission denied"
  case ENOENT: "it does not exist"
  case EISDIR: "it is a folder"
  case ENOTDIR: "a part of its path is no folder"
  case ENOSPC, EDQUOT: "no space is left on the disk"
  case EROFS: "the disk is read-only"
  case ELOOP: "its links lead in a circle"
  case ENAMETOOLONG: "its name is too long"
  default: String(cString: strerror(code))
  }
}
