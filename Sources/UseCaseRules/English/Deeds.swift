/// Turns titles that name a thing into titles that say what is done: "Order tracking" → "Track
/// order".
enum Deeds {
  /// Nil where no verb is known.
  static func title(saying words: [String]) -> String? {
    guard let first = words.first, let last = words.last else { return nil }
    if words.count > 2, words[1].lowercased() == "of", let verb = base(ofNoun: first) {
      return joined(verb, words.dropFirst(2))
    }
    if let verb = base(ofGerund: first.lowercased()), words.count > 1 {
      return joined(verb, words.dropFirst())
    }
    if words.count > 2, let verb = base(ofThirdPerson: words[1].lowercased()) {
      return joined(verb, words.dropFirst(2))
    }
    let isChain = words.dropLast().allSatisfy { word in
      Lexicon.table[WordHash(word)].isDisjoint(with: .closed)
    }
    guard isChain, let verb = base(ofNoun: last) else { return nil }
    return joined(verb, words.dropLast())
  }

  private static func joined(_ verb: String, _ rest: ArraySlice<String>) -> String {
    let capital = String(verb.prefix(1)).uppercased() + verb.dropFirst(1)
    let others = rest.map { word in
      // An acronym stays as it is.
      word.dropFirst(1).contains { $0.isUppercase } ? word : word.lowercased()
    }
    return ([capital] + others).joined(separator: " ")
  }

  private static func isVerb(_ word: String) -> Bool {
    Lexicon.table[WordHash(word)].contains(.verb)
  }

  /// The verb in a noun: "creation" → "create".
  private static func base(ofNoun noun: String) -> String? {
    let noun = noun.lowercased()
    if let known = irregular[noun] { return known }
    for (ending, replacements) in endings where noun.hasSuffix(ending) {
      let stem = String(noun.dropLast(ending.count))
      let verbs = replacements.map { stem + $0 }
      if let verb = verbs.first(where: isVerb) { return verb }
    }
    return base(ofGerund: noun) ?? (isVerb(noun) ? noun : nil)
  }

  /// "tracking" → "track", "making" → "make", "shipping" → "ship".
  private static func base(ofGerund word: String) -> String? {
    guard word.hasSuffix("ing") else { return nil }
    let stem = String(word.dropLast(3))
    var verbs = [stem, stem + "e"]
    if let last = stem.last, stem.dropLast().last == last { verbs.append(String(stem.dropLast())) }
    return verbs.first(where: isVerb)
  }

  private static func base(ofThirdPerson word: String) -> String? {
    guard word.hasSuffix("s") else { return nil }
    var verbs = [String(word.dropLast())]
    if word.hasSuffix("es") { verbs.append(String(word.dropLast(2))) }
    if word.hasSuffix("ies") { verbs.append(word.dropLast(3) + "y") }
    return verbs.first(where: isVerb)
  }

  private static let endings = [
    ("ification", ["ify"]), ("ication", ["icate", "y"]), ("ation", ["ate", "e", ""]),
    ("tion", ["te", "t"]),
    ("ssion", ["t"]), ("ion", ["", "e"]), ("ment", [""]), ("al", ["", "e"]), ("ance", ["", "e"]),
    ("ure", ["e", ""]),
  ]

  private static let irregular = [
    "analysis": "analyse", "cancellation": "cancel", "checkout": "check out",
    "check-in": "check in", "check-out": "check out", "delivery": "deliver", "entry": "enter",
    "fulfillment": "fulfil", "login": "log in", "log-in": "log in", "logout": "log out",
    "log-out": "log out", "lookup": "look up", "look-up": "look up", "maintenance": "maintain",
    "redemption": "redeem", "registration": "register", "signup": "sign up", "sign-up": "sign up",
    "subscription": "subscribe", "withdrawal": "withdraw", "sale": "sell",
    "calculation": "calculate",
  ]
}
