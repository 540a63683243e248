import Foundation
import TestSupport
import Testing
import UseCaseReport
import UseCaseSyntax

@Suite struct FormatTests {
  @Test(arguments: Samples.all.map(\.name), ReportFormatCatalog.all.map { $0.name })
  func everySampleInEveryFormat(sample: String, format: String) throws {
    let report = try #require(Samples.all.first { $0.name == sample }?.report)
    let renderer = try #require(ReportFormatCatalog.format(named: format))
    let text = renderer.render(report, options: ReportOptions())
    #expect(try differenceFromGolden(text, "reports/\(sample).\(format)") == nil)
  }

  @Test func coloursOnlyAddSequences() throws {
    for sample in Samples.all {
      for format in ReportFormatCatalog.all {
        let plain = format.render(sample.report, options: ReportOptions())
        let colored = format.render(sample.report, options: ReportOptions(isColored: true))
        let stripped = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(stripped == plain)
        #expect((colored == plain) == !format.isForPeople)
      }
    }
  }

  @Test func nothingUnsafeIsPrinted() {
    for format in ReportFormatCatalog.all {
      let text = format.render(Samples.unsafe, options: ReportOptions())
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnsafeToShow })
    }
  }

  @Test func machineFormatsAreValidWithoutFindings() throws {
    let text = JSONFormat.render(Report(models: []), options: ReportOptions())
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(value?["schema"] as? Int == 1)
    #expect((value?["findings"] as? [Any])?.isEmpty == true)
    #expect(FullFormat.render(Report(models: []), options: ReportOptions()).isEmpty)
  }

  @Test func jsonSaysWhatTheFindingSays() throws {
    let text = JSONFormat.render(Samples.otherFile, options: ReportOptions())
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let finding = try #require((value?["findings"] as? [[String: Any]])?.first)
    #expect(finding["file"] as? String == "examples/fellmark/shop.usecase")
    let range = try #require(finding["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["line": 3, "column": 11, "offset": 45])
    #expect(range["end"] == ["line": 3, "column": 18, "offset": 52])
    let fix = try #require((finding["fixes"] as? [[String: Any]])?.first)
    #expect(fix["safe"] as? Bool == true)
    #expect(finding["element"] as? String == "usecase CheckOut")
  }

  @Test func theWorstAreShownWhereTheyAreTooMany() {
    let text = MarkedText("a.usecase", "⟦1a⟧1\n")
    let findings = (0..<5_000).map { number in
      Diagnostic(
        rule: "sample", severity: number % 5 == 4 ? .error : .info, message: "number \(number)",
        at: text[1])
    }
    let report = Samples.report(findings, text)
    let shown = ConciseFormat.render(report, options: ReportOptions(limit: 1_001))
    let lines = shown.split(separator: "\n")
    #expect(lines.count == 1_002)
    #expect(lines.first == "a.usecase:1:1: info: number 0 [sample]")
    #expect(lines.filter { $0.contains(": error: ") }.count == 1_000)
    #expect(lines.last == "… and 3999 further findings, not shown")
    let complete = JSONFormat.render(report, options: ReportOptions(limit: 1))
    #expect(complete.split(separator: "\n").filter { $0.contains("\"rule\"") }.count == 5_000)
  }

  @Test func aMillionFindingsOnOneLineTakeLinearTime() {
    let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
    let source = SourceText(path: "a.usecase", bytes: bytes + Array("é\u{301}".utf8))
    let findings = (0..<20_000).map { number in
      Diagnostic(
        rule: "sample", severity: .info, message: "x",
        at: source.place(number * 50..<number * 50 + 3))
    }
    let report = Report(models: [ReportedModel(findings: findings, sources: [source])])
    let started = ContinuousClock.now
    let text = JSONFormat.render(report, options: ReportOptions())
    let full = FullFormat.render(report, options: ReportOptions())
    #expect(ContinuousClock.now - started < .seconds(30))
    #expect(text.contains("\"column\": 999951"))
    #expect(full.contains("a.usecase:1:49951"))
  }

  @Test func theSummaryCounts() {
    var summary = Summary()
    summary.fileCount = 3
    #expect(summary.text == "no findings in 3 files")
    summary.add(.error)
    summary.add(.error)
    summary.add(.warning)
    #expect(summary.text == "2 errors, 1 warning in 3 files")
    summary.fileCount = 1
    summary.add(.info)
    #expect(summary.text == "2 errors, 1 warning, 1 info in 1 file")
  }
}
