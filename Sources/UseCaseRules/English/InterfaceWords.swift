/// The words of interfaces and of the technology behind them.
enum InterfaceWords {
  static let nouns: StaticString = """
    checkbox check-box dropdown drop-down pulldown pull-down popup pop-up textbox text-box listbox
    combobox combo-box datepicker tooltip toolbar sidebar navbar scrollbar scroll-bar hyperlink
    webpage homepage touchscreen touch-screen keypad dialog ui gui api apis json xml sql html css
    http https url urls database backend back-end frontend front-end endpoint webhook microservice
    middleware localstorage popover submenu textarea mouseover wireframe iframe
    """

  /// They are things of other worlds, too: only what is done with them tells.
  static let things: StaticString = "button screen icon slider cookie modal"

  static let showing: StaticString = """
    show display present open close tap select choose press push hit enable disable activate hide drag
    move return go appear toggle grey gray render leave use print
    """

  static let verbs: StaticString = "click double-click right-click left-click hover drag-and-drop"

  static let phrases: StaticString = """
    drop down
    drag and drop
    drags and drops
    dragging and dropping
    tap on
    taps on
    swipe left
    swipe right
    swipe up
    swipe down
    swipes left
    swipes right
    swipes up
    swipes down
    scroll up
    scroll down
    scroll to
    scroll through
    scrolls up
    scrolls down
    scrolls to
    scrolls through
    greys out
    grays out
    grey out
    gray out
    greyed out
    grayed out
    moves the mouse
    mouse pointer
    mouse button
    mouse click
    stored procedure
    primary key
    foreign key
    hidden field
    status flag
    sql statement
    main menu
    context menu
    hamburger menu
    rest service
    rest call
    web service
    """

  /// Words that make a part of an interface of a word that is none.
  struct Compound: Sendable {
    let modifiers: StaticString
    let parts: StaticString
  }

  static let compounds = [
    Compound(
      modifiers: """
        home landing login log-in sign-in signup start welcome checkout product confirmation error \
        results web main next previous overview detail details account settings search registration
        """, parts: "page pages"),
    Compound(
      modifiers: "browser dialog modal pop-up popup main new second separate confirmation",
      parts: "window windows"),
    Compound(
      modifiers: """
        text input search form password required mandatory optional entry date name e-mail email \
        address
        """, parts: "field fields"),
    Compound(
      modifiers: "text check dialog search combo list message input tick", parts: "box boxes"),
    Compound(
      modifiers: "search menu progress navigation title address status scroll tool",
      parts: "bar bars"),
    Compound(modifiers: "login web input search entry online", parts: "form forms"),
    Compound(modifiers: "browser settings new", parts: "tab tabs"),
    Compound(modifiers: "enter return escape tab arrow delete function", parts: "key keys"),
    Compound(modifiers: "grid list tree tabular detail", parts: "view views"),
    Compound(modifiers: "web application database mail file", parts: "server servers"),
    Compound(modifiers: "drop-down dropdown navigation settings", parts: "menu menus"),
    Compound(modifiers: "side navigation control", parts: "panel panels"),
  ]

  static let parts: StaticString = "page tab window form field menu pane panel view"

  static let verbsOfParts: StaticString =
    "refresh reload redirect navigate scroll minimise minimize maximise maximize highlight press"

  static let tableParts: StaticString = "row column table record"
}
