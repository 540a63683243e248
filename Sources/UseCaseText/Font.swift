/// The built-in font at one size and in one face, measured the same on every machine.
///
/// Texts are kerned, as browsers do: a text can be narrower than its parts.
public struct Font: Sendable, Hashable {
  /// The designs of its letters.
  public enum Face: Sendable, Hashable, CaseIterable {
    /// The face of running text.
    case regular
    /// The face of headings.
    case bold
    /// The face of what somebody says, and of abstract names.
    case italic
  }

  /// The value of `font-family` for text that was measured with this font.
  public static let families = "Helvetica, Arial, 'Liberation Sans', sans-serif"

  /// The height of an em in points, which are the pixels of an SVG.
  public var size: Double
  /// The design of its letters.
  public var face: Face

  /// Makes a font whose em is `size` points high.
  public init(size: Double, face: Face = .regular) {
    self.size = size
    self.face = face
  }

  /// The distance from the baseline to the top of the letters, in points.
  public var ascent: Double { points(FontMetrics.ascent) }

  /// The distance from the baseline to the bottom of the letters, in points and positive.
  public var descent: Double { points(FontMetrics.descent) }

  /// The distance between two baselines, in points.
  public var lineHeight: Double {
    points(FontMetrics.ascent + FontMetrics.descent + FontMetrics.lineGap)
  }

  /// The width of one line of text in points; line breaks have no width.
  @inlinable
  public func width(of text: some StringProtocol) -> Double {
    let measured = text.utf8.withContiguousStorageIfAvailable { width(ofUTF8: $0) }
    if let measured { return measured }
    var copy = String(text)
    return copy.withUTF8 { width(ofUTF8: $0) }
  }

  /// The width of one line of text in points, where the text comes as bytes from elsewhere.
  public func width(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Double {
    points(metrics.units(bytes))
  }

  var metrics: FontMetrics {
    switch face {
    case .regular: .regular
    case .bold: .bold
    case .italic: .italic
    }
  }

  /// The points that are `units` of the font at this size.
  private func points(_ units: Int) -> Double {
    Double(units) * size / Double(FontMetrics.unitsPerEm)
  }

  /// How many whole units of the font fit into `points`, within what integers can hold.
  func units(fitting points: Double) -> Int {
    guard size > 0 else { return FontMetrics.unlimited }
    // A little more than asked, so that a text fits into its own width after rounding.
    let units = points * Double(FontMetrics.unitsPerEm) / size + 0.01
    guard units > 0 else { return 0 }
    return units < Double(FontMetrics.unlimited) ? Int(units) : FontMetrics.unlimited
  }
}
