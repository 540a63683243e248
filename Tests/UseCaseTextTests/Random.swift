/// A generator whose numbers are the same in every run (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let alphabet: [String] = [
    "a", "b", "lend", "Item", "HTTP", "x", " ", "  ", " ", "-", "/", "_", ".", ",", "(", ")", "1",
    "42", "é", "e\u{301}", "Ж", "漢", "字", "。", "「", "カ", "ッ", "한", "😀", "👨‍👩‍👧‍👦", "🇩🇪", "❤️", "\u{200B}",
    "\u{A0}", "«", "»", "—", "ש", "ل", "न्", "\u{200D}", "\t", "\u{1F1E9}", "👍🏽", "\u{1112}\u{1161}",
  ]

  /// A text of so many parts of all kinds.
  mutating func text(length: Int) -> String {
    (0..<length).map { _ in Self.alphabet.randomElement(using: &self) ?? "" }.joined()
  }
}
