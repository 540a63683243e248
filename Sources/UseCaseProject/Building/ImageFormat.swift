/// The kind of a picture, by how its bytes begin.
enum ImageFormat {
  case png, jpeg, gif, webp

  /// Nil where it is none of these.
  init?(of bytes: [UInt8]) {
    let found: [(format: ImageFormat, start: [UInt8])] = [
      (.png, [0x89] + Array("PNG\r\n".utf8)), (.jpeg, [0xFF, 0xD8, 0xFF]),
      (.gif, Array("GIF8".utf8)), (.webp, Array("RIFF".utf8)),
    ]
    guard let format = found.first(where: { bytes.starts(with: $0.start) })?.format,
      format != .webp || bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    else { return nil }
    self = format
  }

  /// Whether the bytes of a file are a picture of the kind that its name says.
  static func isAsNamed(_ file: String, _ bytes: [UInt8]) -> Bool {
    guard let dot = file.lastIndex(of: ".") else { return false }
    let ending = file[file.index(after: dot)...].lowercased()
    return ImageFormat(of: bytes)?.endings.contains(ending) ?? false
  }

  private var endings: [String] {
    switch self {
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg"]
    case .gif: ["gif"]
    case .webp: ["webp"]
    }
  }
}
