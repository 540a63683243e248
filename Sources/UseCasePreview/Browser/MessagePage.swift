/// Pages of the preview itself, where the site has none to show.
enum MessagePage {
  /// Until there is a first good build.
  static let waiting = page(
    title: "Nothing to show yet",
    text: """
      The model has errors. As soon as they are mended, its documentation appears here by itself.
      """)

  /// Where the site has no such page, or none any more.
  static let missing = page(
    title: "There is no such page",
    text: """
      What it was about may have been renamed or removed. If it comes back, so does the page. \
      <a href="/">Go to the overview</a>
      """)

  private static func page(title: String, text: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) · usecase</title>
    <link rel="stylesheet" href="\(PreviewRoutes.styles)">
    <script src="\(PreviewRoutes.script)" defer></script>
    </head>
    <body>
    <main>
    <h1>\(title)</h1>
    <p>\(text)</p>
    <noscript><p>The preview needs scripts to show findings and to follow changes.</p></noscript>
    </main>
    </body>
    </html>

    """
  }
}
