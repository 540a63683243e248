import Testing
import UseCaseModel
import UseCaseSite
import UseCaseSyntax

/// What a model says is shown and never run.
@Suite struct EscapingTests {
  static let payloads: [String] = {
    let cores = [
      "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
      "' onmouseover='alert(1)", "</title><script>alert(1)</script>", "<!--", "-->", "]]>",
      "javascript:alert(1)", "data:text/html,<b>x</b>", "&lt;b&gt;", "&#60;script&#62;",
      "{{7*7}}", "${7*7}", "<a href=javascript:alert(1)>x</a>", "\u{202E}gnp.exe",
      "[x](javascript:alert(1))", "![x](data:image/png;base64,AAAA)", "<https://example.org/>",
      "`</code><script>`",
    ]
    let wrappers: [(String) -> String] = [
      { $0 }, { "a " + $0 }, { $0 + $0 }, { "*" + $0 + "*" }, { "> # " + $0 },
    ]
    return wrappers.flatMap { wrap in cores.map(wrap) }
  }()

  static func model(with payload: String) -> String {
    let text = "\"" + payload.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return """
      /// \(payload)
      model M \(text) { version \(text)
        note \(text)
        link \(text) \(text)
        link "x" "javascript:alert(1)"
      }
      actor A \(text)
      /// \(payload)
      persona P \(text) { quote \(text)
        needs \(text)
        evidence \(text) on 2026-01-01
      }
      system S \(text) {
        /// \(payload)
        usecase U \(text) {
          id \(text)
          actor A
          goal \(text)
          precondition \(text)
          requirement \(text)
          verified by \(text)
          flow {
            1. A \(payload)
          }
          alternative 1a when \(text) {
            1. A \(payload)
            resume 1
          }
        }
      }
      journey J \(text) { persona P
        stage T \(text) { needs \(text)
          touchpoint X \(text) { action \(text)
            feels angry \(text)
            pain \(text)
            moment O \(text) { polarity negative
              impact 5
              reactive \(text)
            }
          }
        }
        start -> X when \(text) carries \(text)
      }
      kpi K \(text) { better higher
        formula \(text)
        current 4 \(text)
        benchmark industry 5 source \(text)
      }
      /// \(payload)
      term W \(text) { synonym \(text) }

      """
  }

  @Test func payloadsAreShown() {
    for payload in Self.payloads { expectOnlyShown(payload) }
  }

  private func expectOnlyShown(_ payload: String) {
    for page in Samples.site(of: Self.model(with: payload)).pages where page.isHTML {
      let markup = Markup(page.bytes)
      #expect(markup.errors.isEmpty, "\(payload) on \(page.path): \(markup.errors.prefix(2))")
      for tag in markup.tags {
        #expect(!["img", "b", "iframe"].contains(tag.name), "\(page.path)")
        let isOurs = tag.name != "script" || tag.attributes == ["src": "assets/site.js"]
        #expect(isOurs, "\(page.path)")
        #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, "\(page.path)")
        let href = tag.attributes["href"] ?? ""
        #expect(!href.hasPrefix("javascript:") && !href.hasPrefix("data:"), "\(page.path)")
      }
    }
  }

  @Test func linksInDescriptionsLeadToPagesAndCodeStaysCode() throws {
    let text = """
      /// See *[[Pay]]*, [[Pay|the payment]], `[[Pay]]` and [a site](https://example.org/ "x").
      /// <b>Not bold</b>
      usecase Order { include Pay }
      usecase Pay
      """
    let page = try #require(Samples.site(of: text).page("usecase-Order.html")).text
    #expect(page.contains("<em><a href=\"usecase-Pay.html\">Pay</a></em>"))
    #expect(page.contains("<a href=\"usecase-Pay.html\">the payment</a>"))
    #expect(page.contains("<code>[[Pay]]</code>"))
    #expect(page.contains("<a href=\"https://example.org/\" rel=\"noreferrer\">a site</a>"))
    #expect(page.contains("&lt;b&gt;Not bold&lt;/b&gt;"))
  }

  @Test func deepMarkdownIsFlattened() throws {
    let text = "/// " + String(repeating: "> ", count: 5_000) + "deep\nactor A\n"
    let page = try #require(Samples.site(of: text).page("actor-A.html"))
    #expect(page.text.contains("deep"))
    #expect(Markup(page.bytes).errors.isEmpty)
  }
}
