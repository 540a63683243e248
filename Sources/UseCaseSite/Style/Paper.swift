/// A sheet for a picture that nobody could read on A4 upright.
struct Paper {
  /// The class of what is printed on it, and the name of the page in the style sheet.
  let name: String
  /// As a value of `size`.
  private let size: String
  /// In millimetres.
  private let width: Double
  private let height: Double

  private init(_ name: String, _ size: String, _ width: Double, _ height: Double) {
    self.name = name
    self.size = size
    self.width = width
    self.height = height
  }

  private static let a4 = Paper("", "A4", 210, 297)

  /// From the smallest to the largest, upright before across.
  private static let all = [
    Paper("a4-across", "A4 landscape", 297, 210), Paper("a3", "A3", 297, 420),
    Paper("a3-across", "A3 landscape", 420, 297),
    Paper("a2", "420mm 594mm", 420, 594), Paper("a2-across", "594mm 420mm", 594, 420),
    Paper("a1", "594mm 841mm", 594, 841), Paper("a1-across", "841mm 594mm", 841, 594),
    Paper("a0", "841mm 1189mm", 841, 1189), Paper("a0-across", "1189mm 841mm", 1189, 841),
  ]

  /// How much smaller than on the screen a picture may be printed.
  private static let leastScale = 0.6

  /// What the margins, the heading and the caption take of a sheet, in millimetres.
  private static let besides = (width: 32.0, height: 67.0)

  /// The smallest sheet on which a picture can be read, the best of all where it can on none; nil
  /// where A4 will do, or where nobody knows how large it is.
  init?(of picture: InlinePicture) {
    guard let (width, height) = Paper.size(of: picture.svg) else { return nil }
    func scale(_ paper: Paper) -> Double {
      let millimetre = 96 / 25.4
      return min(
        (paper.width - Paper.besides.width) * millimetre / width,
        (paper.height - Paper.besides.height) * millimetre / height)
    }
    guard scale(Paper.a4) < Paper.leastScale else { return nil }
    guard
      let paper = Paper.all.first(where: { scale($0) >= Paper.leastScale })
        ?? Paper.all.max(by: { scale($0) < scale($1) })
    else { return nil }
    self = paper
  }

  /// Width and height of an `svg` element, as its `viewBox` has them.
  private static func size(of svg: [UInt8]) -> (Double, Double)? {
    let head = String(decoding: svg.prefix(400), as: UTF8.self)
    guard let start = head.firstRange(of: "viewBox=\"") else { return nil }
    let numbers = head[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
      .compactMap { Double($0) }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
    return (numbers[2], numbers[3])
  }

  /// The sheets as they stand in the style sheet. Browsers measure percentages by the width of the
  /// first sheet of all.
  static let styles = all.map { paper in
    """
      @page \(paper.name) { size: \(paper.size); margin: 18mm 16mm; }
      .\(paper.name), .title:has(+ .\(paper.name)),
      body:has(> main > article > .title + .\(paper.name)) > .masthead { page: \(paper.name); }
      .picture.\(paper.name) { width: \(Int(paper.width - besides.width))mm; }
      .picture.\(paper.name) svg { max-height: \(Int(paper.height - besides.height))mm; }
    """
  }.joined(separator: "\n")
}
