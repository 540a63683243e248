import Foundation
import TestSupport
import Testing
import UseCaseSyntax

/// How a session begins and ends.
@Suite struct LifeTests {
  @Test func saysWhatItCanDo() throws {
    let client = try Client()
    let result = try client.initialize([])
    #expect(result["serverInfo"]?["name"]?.string == "usecase")
    #expect(result["capabilities"]?["positionEncoding"]?.string == "utf-16")
    #expect(try client.finish() == 0)
  }

  @Test func countsBytesWhereTheClientCan() throws {
    let client = try Client()
    let result = try client.initialize(
      [], capabilities: ["general": ["positionEncodings": ["utf-32", "utf-8"]]])
    #expect(result["capabilities"]?["positionEncoding"]?.string == "utf-8")
  }

  @Test func endsWithTheStream() throws {
    let client = try Client()
    try client.initialize([])
    #expect(try client.hangUp() == 1)
  }

  @Test func refusesWhatComesTooEarlyOrTooLate() throws {
    let client = try Client()
    func code(_ id: Int) throws -> Int? { try client.answer(to: id)["error"]?["code"]?.integer }
    #expect(try code(client.request("textDocument/hover", [:])) == -32002)
    try client.initialize([])
    #expect(try code(client.request("initialize", [:])) == -32600)
    #expect(try code(client.request("usecase/nothing", [:])) == -32601)
    #expect(try code(client.request("textDocument/hover", [:])) == -32602)
    _ = try client.call("shutdown", .null)
    #expect(try code(client.request("textDocument/hover", [:])) == -32600)
  }
}
