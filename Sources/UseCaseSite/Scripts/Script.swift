import UseCaseSyntax

/// The only script of the site: the reader's choice of light and dark, search, and moving about in
/// pictures. Pages work without it; what it adds to them, it makes itself.
enum Script {
  /// The script with the words of a language, and the style that pictures take along when they are
  /// saved.
  static func text(_ words: Words, _ pictureStyle: String) -> String {
    let phrases: [(String, Phrase)] = [
      ("search", .search), ("hint", .searchHint), ("none", .searchNothing),
      ("count", .searchCount), ("theme", .theme), ("auto", .themeAuto), ("light", .themeLight),
      ("dark", .themeDark), ("larger", .larger), ("smaller", .smaller), ("fit", .fit),
      ("full", .fullScreen), ("save", .saveAsSVG),
    ]
    let table = JSONValue.object(
      phrases.map { JSONValue.Member($0, .string(words[$1])) }
        + [JSONValue.Member("pictureStyle", .string(pictureStyle))])
    return "\"use strict\";\n(() => {\nconst words = \(table.text(.compact));\n"
      + theme + search + pictures + "})();\n"
  }
}
