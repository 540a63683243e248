/// A colour of sRGB.
public struct Colour: Sendable, Hashable {
  /// From 0 to 1.
  let red: Double
  let green: Double
  let blue: Double

  static let paper = Colour(red: 0xFB / 255, green: 0xFA / 255, blue: 0xF6 / 255)
  static let night = Colour(red: 0x1A / 255, green: 0x1F / 255, blue: 0x23 / 255)
  static let white = Colour(red: 1, green: 1, blue: 1)
  static let black = Colour(red: 0, green: 0, blue: 0)

  private init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rgb` or `#rrggbb`; nil for anything else.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst().compactMap { byte in
      Character(Unicode.Scalar(byte)).hexDigitValue
    }
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else {
      return nil
    }
    switch digits.count {
    case 3: self.init(parts: digits.map { $0 * 17 })
    case 6: self.init(parts: [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] })
    default: return nil
    }
  }

  private init(parts: [Int]) {
    self.init(
      red: Double(parts[0]) / 255, green: Double(parts[1]) / 255, blue: Double(parts[2]) / 255)
  }

  /// As `#rrggbb`.
  var text: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int((min(max(part, 0), 1) * 255).rounded()), radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }

  /// A mixture; the share of the other colour goes from 0 to 1.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    Colour(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }

  /// The relative luminance of WCAG 2.2.
  /// little darker for dark colours than the definition, so that contrasts are never too high.
  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : Colour.power((part + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// x to the power of 2.4: the square times the fifth root of the square.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    // Newton's method for the fifth root of a number from 0 to 1 is there after a few rounds.
    for _ in 0..<40 {
      let fourth = root * root * root * root
      guard fourth > 0 else { break }
      root = (4 * root + square / fourth) / 5
    }
    return square * root
  }

  /// The contrast of WCAG 2.2, from 1 to 21.
  public func contrast(to other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The nearest colour on the way to black or white that can be read on a ground.
  func legible(on ground: Colour) -> Colour {
    let end = ground.contrast(to: .black) > ground.contrast(to: .white) ? Colour.black : .white
    // Grounds of the same colour are a little darker or lighter than the paper.
    for step in 0...50 {
      let colour = mixed(with: end, Double(step) / 50)
      if colour.contrast(to: ground) >= 5.6 { return colour }
    }
    return end
  }
}
