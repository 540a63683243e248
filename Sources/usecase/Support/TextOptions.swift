import ArgumentParser
import UseCaseManual

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How pages are put on the terminal that they are read on.
struct TextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always, never.", valueName: "when"),
    completion: .list(ColorChoice.allCases.map(\.rawValue)), transform: chosen)
  var color = ColorChoice.auto

  var article: ArticleTextOptions {
    ArticleTextOptions(width: terminalWidth ?? 80, isColored: isColored)
  }

  var isColored: Bool { color.isColored(STDOUT_FILENO) }

  /// The columns of the terminal, as far as lines can be read well; nil where there is none.
  var terminalWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return min(Int(size.ws_col), 88)
  }
}
