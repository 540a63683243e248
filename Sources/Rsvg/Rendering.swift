import CRsvg
import Synchronization

/// Pango shares tables between drawings, so that a process makes one at a time.
private let shared = Mutex<OpaquePointer?>(nil)

/// Draws an SVG document of a size in points as PNG on white, with `scale` pixels for a point.
///
/// librsvg is loaded by the first call. Texts are drawn with the fonts of the machine.
public func png(
  svg: [UInt8], width: Double, height: Double, scale: Double
) throws(RsvgError) -> [UInt8] {
  try checkPixels(width: width * scale, height: height * scale)
  return try draw { rsvgDrawPNG($0, svg, svg.count, width, height, scale) }
}

/// Draws an SVG document of a size in points as one page of PDF, whose texts can be selected.
///
/// librsvg is loaded by the first call. The fonts of the machine are embedded.
public func pdf(
  svg: [UInt8], width: Double, height: Double, title: String
) throws(RsvgError) -> [UInt8] {
  try draw { rsvgDrawPDF($0, svg, svg.count, width, height, title) }
}

/// The librsvg of this machine, as it calls itself: "2.54.7".
public func installedVersion() throws(RsvgError) -> String {
  try withLibrary { library throws(RsvgError) in
    var parts: [UInt32] = [0, 0, 0]
    rsvgVersion(library, &parts)
    return parts.map { String($0) }.joined(separator: ".")
  }
}

/// Cairo's images have at most 32,767 pixels on a side; what is larger than this takes more memory
/// than most machines have.
private func checkPixels(width: Double, height: Double) throws(RsvgError) {
  guard width > 0, height > 0, width <= 32_767, height <= 32_767, width * height <= 400_000_000
  else { throw .tooLarge(width: width, height: height) }
}

private func draw(_ document: (OpaquePointer) -> RsvgResult) throws(RsvgError) -> [UInt8] {
  try withLibrary { library throws(RsvgError) in
    let drawn = document(library)
    defer { rsvgFree(drawn) }
    if let reason = drawn.reason { throw .failed(reason: String(cString: reason)) }
    return Array(UnsafeBufferPointer(start: drawn.bytes, count: drawn.length))
  }
}

private func withLibrary<Value: Sendable>(
  _ use: (OpaquePointer) throws(RsvgError) -> Value
) throws(RsvgError) -> Value {
  let result = shared.withLock { library -> Result<Value, RsvgError> in
    do throws(RsvgError) {
      if library == nil { library = try open(usualNames) }
      guard let loaded = library else { return .failure(.notInstalled) }
      return .success(try use(loaded))
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

/// Loads the first of the candidates that is there.
func open(_ candidates: [String]) throws(RsvgError) -> OpaquePointer {
  guard let opened = candidates.lazy.compactMap({ rsvgOpen($0) }).first else {
    throw .notInstalled
  }
  return opened
}

/// Where librsvg is found: on the search path of the system, then where Homebrew puts it.
private var usualNames: [String] {
  #if canImport(Darwin)
    ["", "/opt/homebrew/lib/", "/usr/local/lib/", "/opt/local/lib/"].map {
      $0 + "librsvg-2.2.dylib"
    }
  #else
    ["", "/home/linuxbrew/.linuxbrew/lib/"].map { $0 + "librsvg-2.so.2" }
  #endif
}
