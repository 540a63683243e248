import Testing

@testable import Rsvg

@Suite struct RenderingTests {
  private let svg = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">
    <rect x="0" y="0" width="20" height="20" fill="#ff0000"/>
    <text x="2" y="14" font-family="Liberation Sans" font-size="10">Pay</text></svg>
    """.utf8)

  @Test(arguments: [(1.0, 40, 20), (2.0, 80, 40), (0.5, 20, 10)])
  func aPNGHasItsPixels(_ scale: Double, _ width: Int, _ height: Int) throws {
    let bytes = try png(svg: svg, width: 40, height: 20, scale: scale)
    #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    // The first chunk begins with width and height, four bytes each, the highest first.
    let sizes = [bytes[16..<20], bytes[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
    #expect(sizes == [width, height])
  }

  @Test func aPDFHasItsPageItsTitleAndNoDate() throws {
    let bytes = try pdf(svg: svg, width: 40, height: 20, title: "Pay the order")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-") && text.contains("/MediaBox [ 0 0 40 20 ]"))
    #expect(text.contains("/Title (Pay the order)") && !text.contains("/CreationDate"))
    #expect(text.contains("/Font"))
  }

  @Test func theSamePictureGivesTheSameBytes() throws {
    #expect(
      try png(svg: svg, width: 40, height: 20, scale: 2)
        == png(svg: svg, width: 40, height: 20, scale: 2))
    #expect(
      try pdf(svg: svg, width: 40, height: 20, title: "a")
        == pdf(svg: svg, width: 40, height: 20, title: "a"))
  }

  @Test func whatIsNoPictureIsRefused() {
    for text in ["", "<svg", "<html/>"] {
      #expect(throws: RsvgError.self, "\(text)") {
        try png(svg: Array(text.utf8), width: 40, height: 20, scale: 1)
      }
    }
  }

  @Test func whereItIsMissingThePackageIsNamed() {
    let error = #expect(throws: RsvgError.notInstalled) {
      try open(["librsvg-of-nobody.so.2"])
    }
    #expect(error?.description.contains("apt install librsvg2-2") == true)
  }

  @Test(arguments: [(0.0, 20.0), (40_000, 20), (30_000, 30_000), (.infinity, 1), (.nan, 1)])
  func aPictureOfTooManyPixelsIsRefused(_ width: Double, _ height: Double) {
    let error = #expect(throws: RsvgError.self) {
      try png(svg: svg, width: width, height: height, scale: 1)
    }
    #expect(error?.description.contains("pixels") == true)
  }
}
