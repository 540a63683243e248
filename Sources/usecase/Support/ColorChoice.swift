#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When output is coloured.
enum ColorChoice: String, CaseIterable {
  case auto, always, never

  /// Whether to colour what is written to a stream, or to a file where there is none.
  ///
  /// The flag leads; then `NO_COLOR` (no-color.org), `FORCE_COLOR` and `CLICOLOR_FORCE`, a
  /// terminal that cannot do it, and whether there is a terminal at all.
  func isColored(_ stream: Int32?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment(name), !value.isEmpty, value != "0" { return true }
    }
    guard let stream, environment("TERM") != "dumb" else { return false }
    return isatty(stream) == 1
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
