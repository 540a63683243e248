/// Why there is no PNG or PDF.
public enum RsvgError: Error, Hashable, CustomStringConvertible {
  /// librsvg is not on this machine, or it is older than 2.46.
  case notInstalled
  /// The picture would have too many pixels.
  case tooLarge(width: Double, height: Double)
  /// librsvg has given up on the document.
  case failed(reason: String)

  /// What has gone wrong, and what to do about it.
  public var description: String {
    switch self {
    case .notInstalled:
      """
      librsvg is not installed, which makes PNG and PDF of pictures; install the package \
      'librsvg2-2' (Debian, Ubuntu: 'apt install librsvg2-2'; macOS: 'brew install librsvg'), or \
      ask for SVG, which needs nothing
      """
    case .tooLarge(let width, let height):
      """
      the picture would have \(pixels(width)) by \(pixels(height)) pixels, which is more than a \
      PNG of ours may have; choose a smaller scale, or PDF or SVG, which have no pixels
      """
    case .failed(let reason): "librsvg cannot draw the picture: \(reason)"
    }
  }

  private func pixels(_ number: Double) -> String {
    number.isFinite && number < 1e15 ? String(Int(number.rounded())) : "countless"
  }
}
