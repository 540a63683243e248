import Foundation
import TestSupport
import Testing

/// Pictures as a person draws them.
@Suite struct PictureTests {
  /// A picture of every kind, of one of the examples.
  private static let pictures = [
    ["use-cases"], ["include-extend"], ["flow", "BorrowItem"], ["sequence", "BorrowItem"],
    ["journey"], ["influence"], ["objectives"], ["trace", "BorrowItem"],
  ]

  /// Another folder, time zone and locale, and files that the disk lists in another order.
  @Test func theSameModelGivesTheSameBytesAnywhere() throws {
    let folder = try TemporaryFolder()
    let example = packageRoot.appending(path: "examples/library")
    let names = try FileManager.default.contentsOfDirectory(atPath: example.path).sorted()
    for name in names.reversed() {
      try folder.write(
        String(decoding: Data(contentsOf: example.appending(path: name)), as: UTF8.self),
        to: "elsewhere/ä b/\(name)")
    }
    for arguments in Self.pictures {
      let here = try Command.run(["draw"] + arguments, in: example.path)
      let there = try Command.run(
        ["draw"] + arguments + ["-m", "elsewhere/ä b"], in: folder.path,
        environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"])
      #expect(here.code == 0 && here.output.hasPrefix("<svg "), "\(arguments): \(here.messages)")
      #expect(here.output == there.output, "\(arguments)")
    }
  }

  @Test func aViewIsDrawnByItsName() throws {
    let fellmark = packageRoot.appending(path: "examples/fellmark").path
    let ways = [
      ["CheckoutNeeds"], ["view", "CheckoutNeeds"], ["include-extend", "CheckoutNeeds"],
    ]
    let outputs = try ways.map { try Command.run(["draw"] + $0, in: fellmark).output }
    #expect(outputs[0].contains("What the checkout needs") && Set(outputs).count == 1)
  }

  @Test(arguments: [
    (["flw"], "there is no kind of diagram and no view 'flw'", "did you mean 'flow'?"),
    (["ShopOvervew"], "no view 'ShopOvervew'", "did you mean 'ShopOverview'?"),
    (["view"], "say which view to draw", "for example 'ShopOverview'"),
    (["view", "Nothing"], "there is no view 'Nothing'", ""),
    (["flow", "ShopOverview"], "the view 'The web shop and its actors' shows a 'use-cases'", ""),
    (["sequence", "Shop"], "a 'sequence' diagram is about a use case, not about a system", ""),
    (["trace"], "a 'trace' diagram is about one element of the model; say which", "for example"),
    (["trace", "PayOder"], "nothing is called 'PayOder'", "did you mean 'PayOrder'?"),
    (["emotion", "Nowhere"], "there is no journey or stage 'Nowhere'", ""),
    (["sequence", "CheckOut", "-f", "dot"], "is no graph, so that there is no DOT of it", ""),
  ])
  func whatCannotBeDrawnIsSaid(_ arguments: [String], _ error: String, _ help: String) throws {
    let fellmark = packageRoot.appending(path: "examples/fellmark").path
    let outcome = try Command.run(["draw"] + arguments, in: fellmark)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(
      outcome.messages.contains(error) && (help.isEmpty || outcome.messages.contains(help)),
      "\(outcome.messages)")
  }

  /// A label between neighbours in the first rank makes Graphviz crash.
  @Test func aJourneyWithoutAStartMayLeadBack() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      journey J {
          stage S {
              touchpoint A
              touchpoint B
              touchpoint C
          }
          start -> C
          C -> completed
          B -> A when "something is missing"
          C -> A 20% when "it is late" carries "a number"
      }
      """, to: "a.usecase")
    let outcome = try Command.run("draw", "journey", "-m", "a.usecase", in: folder.path)
    #expect(outcome.code == 0 && outcome.hasExited, "\(outcome.messages)")
  }
}
