import Foundation
import Testing
import UseCaseText

@testable import UseCaseDiagrams

/// What Chromium makes of the texts, with the fonts of the machine (Debian's fonts-liberation).
@Suite struct BrowserTests {
  /// A text as a picture writes it, without the width that it is fitted to.
  struct Sample: Hashable {
    var text: String
    var size: Double
    var face = Font.Face.regular

    /// As we measure it, in points.
    var width: Double { Font(size: size, face: face).width(of: text) }
  }

  /// Every text of every example's pictures, and sentences in Greek and Cyrillic.
  @Test func textIsAsWideAsMeasured() throws {
    var samples = try Set(
      Subject.all.flatMap { subject in
        try Markup(draw(subject.request).svg()).written.compactMap(Sample.init(text:))
      })
    for text in Self.otherAlphabets {
      samples.insert(Sample(text: text, size: 12.5))
      samples.insert(Sample(text: text, size: 12.5, face: .bold))
      samples.insert(Sample(text: text, size: 11, face: .italic))
    }
    let sorted = samples.sorted { $0.text < $1.text }
    let widths = try widthsInBrowser(sorted)
    for (sample, width) in zip(sorted, widths) {
      #expect(
        abs(width - sample.width) <= sample.width * 0.03,
        "'\(sample.text)' is \(width) wide, not \(sample.width)")
    }
    #expect(sorted.count > 500)
  }

  /// Other scripts are drawn with whatever fonts there are, and still end where their boxes do.
  @Test func otherScriptsFitTheirBoxes() throws {
    let texts = [
      "商品を注文する", "결제 수단을 선택한다", "选择付款方式", "الدفع عند الاستلام", "בחירת אמצעי תשלום",
      "ชำระเงินตามคำสั่งซื้อ", "📦🚚 👩‍👩‍👧 🇩🇪", "Pay الدفع now",
    ]
    let samples = texts.map { Sample(text: $0, size: 12.5) }
    for (sample, width) in zip(samples, try widthsInBrowser(samples, areFitted: true)) {
      #expect(
        abs(width - sample.width) <= sample.width * 0.05,
        "'\(sample.text)' is \(width) wide in a box of \(sample.width)")
    }
  }

  private static let otherAlphabets = [
    "Το Ύφος της Υπηρεσίας", "ΑΥΤΟΜΑΤΗ ΤΑΥΤΟΠΟΙΗΣΗ", "У Татьяны: Годовой отчёт", "ГОСТ Р",
    "AVATAR, To Yours. 11:11", "LTV", "Fr. 11 P.M.", "Yo", "11",
    "Ο πελάτης επιλέγει τρόπο πληρωμής", "Επιβεβαίωση παραγγελίας", "Διεύθυνση παράδοσης",
    "Покупатель выбирает способ оплаты", "Подтверждение заказа", "Адрес доставки и счёт",
    "Příliš žluťoučký kůň úpěl ďábelské ódy", "Zażółć gęślą jaźń", "Größenberatung für Jacken",
    "L’œuvre coûte 12,50 €", "Ödeme şeklini seçer", "Đặt hàng và thanh toán",
  ]

  /// In the order of the samples, in points: the widths by nature, or once they are fitted.
  private func widthsInBrowser(
    _ samples: [Sample], areFitted: Bool = false
  ) throws -> [Double] {
    let texts = samples.map { sample in
      var canvas = Canvas(prefix: "t", capacity: 100)
      canvas.escape(sample.text)
      let fitted =
        areFitted ? "textLength=\"\(sample.width)\" lengthAdjust=\"spacingAndGlyphs\"" : ""
      return """
        <text \(fitted) font-size="\(sample.size)" font-weight="\(sample.face == .bold ? "bold" : "normal")" \
        font-style="\(sample.face == .italic ? "italic" : "normal")">\
        \(String(decoding: canvas.bytes, as: UTF8.self))</text>
        """
    }
    let page = """
      <!DOCTYPE html><meta charset="utf-8"><svg font-family="\(Font.families)">\(texts.joined())\
      </svg><pre id="widths"></pre><script>
      document.getElementById("widths").textContent = Array.from(
        document.querySelectorAll("text"), text => text.\(areFitted ? "getBBox().width" : "getComputedTextLength()")).join(" ");
      document.querySelector("svg").remove();
      </script>
      """
    let output = try dump(page)
    guard let start = output.range(of: "<pre id=\"widths\">"),
      let end = output.range(of: "</pre>", range: start.upperBound..<output.endIndex)
    else { throw CocoaError(.fileReadCorruptFile) }
    let widths = output[start.upperBound..<end.lowerBound].split(separator: " ").compactMap {
      Double($0)
    }
    try #require(widths.count == samples.count)
    return widths
  }

  /// The document that Chromium makes of a page.
  private func dump(_ page: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "usecase-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(page.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder.appending(path: "profile").path)", "--dump-dom",
      file.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

extension BrowserTests.Sample {
  /// What a `text` element of a picture says, and how.
  init?(text: (content: String, attributes: [String: String])) {
    guard let size = text.attributes["font-size"].flatMap(Double.init) else { return nil }
    self.init(text: text.content, size: size)
    if text.attributes["font-weight"] == "bold" { face = .bold }
    if text.attributes["font-style"] == "italic" { face = .italic }
  }
}
