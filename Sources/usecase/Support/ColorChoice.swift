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
  func isColored(_ stream: Int32?) -> Bool { decision(stream).isColored }

  /// Whether to colour, and what decides that.
  ///
  /// The flag leads; then `NO_COLOR` (no-color.org), `FORCE_COLOR` and `CLICOLOR_FORCE`, a
  /// terminal that cannot do it, and whether there is a terminal at all.
  func decision(_ stream: Int32?) -> (isColored: Bool, reason: String) {
    switch self {
    case .always: return (true, "asked for")
    case .never: return (false, "asked for")
    case .auto: break
    }
    if let value = environment("NO_COLOR"), !value.isEmpty { return (false, "NO_COLOR is set") }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment(name), !value.isEmpty, value != "0" {
        return (true, "\(name) is set")
      }
    }
    guard let stream else { return (false, "a file") }
    if environment("TERM") == "dumb" { return (false, "TERM is 'dumb'") }
    return isatty(stream) == 1 ? (true, "a terminal") : (false, "no terminal")
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
