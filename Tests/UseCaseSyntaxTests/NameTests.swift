import Testing

@testable import UseCaseSyntax

@Suite struct NameTests {
  @Test(arguments: [
    ("RegisteredCustomer", "Registered customer"), ("PDFExport", "PDF export"),
    ("ExportPDF", "Export PDF"), ("keep-satisfied", "Keep satisfied"), ("snake_case", "Snake case"),
    ("UC09", "UC09"), ("A", "A"), ("payByCard", "Pay by card"), ("Ölwechsel", "Ölwechsel"),
    ("_", "_"), ("", ""), ("顧客", "顧客"), ("Checkout2Go", "Checkout2 go"),
  ])
  func titlesAreMadeFromNames(_ name: String, _ expected: String) {
    #expect(title(fromName: name) == expected)
  }

  @Test func theNearestNameIsFound() {
    let names = ["Customer", "CustomerTeam", "Carrier"]
    #expect(nearest(to: "Custmer", among: names) == "Customer")
    #expect(nearest(to: "Cusotmer", among: names) == "Customer")
    #expect(nearest(to: "customer", among: names) == "Customer")
    #expect(nearest(to: "Warehouse", among: names) == nil)
    #expect(nearest(to: "A", among: ["B"]) == nil)
    #expect(nearest(to: "", among: names) == nil)
    #expect(nearest(to: String(repeating: "x", count: 500), among: names) == nil)
    #expect(nearest(to: "ab", among: ["ac", "ad"]) == "ac")
  }

  @Test func swappedNeighboursAreOneEdit() {
    #expect(
      editDistance(Array("abcd".unicodeScalars), Array("abdc".unicodeScalars), atMost: 3) == 1)
    #expect(editDistance(Array("ca".unicodeScalars), Array("abc".unicodeScalars), atMost: 3) == 3)
    #expect(
      editDistance(Array("abc".unicodeScalars), Array("xyz".unicodeScalars), atMost: 2) == nil)
  }

  @Test func listsReadAsAPersonWritesThem() {
    #expect(listed([]) == "")
    #expect(listed(["a"]) == "a")
    #expect(listed(["a", "b", "c"], with: "or") == "a, b or c")
    #expect(KindSet([.actor, .useCase]).description == "an actor or a use case")
  }
}
