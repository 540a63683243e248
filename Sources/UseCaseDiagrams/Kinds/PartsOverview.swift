import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Stands in for a chart with too many rows: its parts, what there is in each in numbers, and the
/// way to the picture of each.
struct PartsOverview {
  /// A number that is known of every part.
  struct Column {
    let title: String
    let width: Double
    /// What is counted, in the singular and the plural, as descriptions say it.
    let one: String
    let several: String
    /// Whether every one is one too many.
    var isGap = false

    /// Without a plural of its own `one` gets an s.
    init(
      _ title: String, width: Double, counting one: String, _ several: String? = nil,
      isGap: Bool = false
    ) {
      self.title = title
      self.width = width
      self.one = one
      self.several = several ?? one + "s"
      self.isGap = isGap
    }

    fileprivate func words(_ number: Double) -> String {
      "\(formattedSum(number)) \(number == 1 ? one : several)"
    }
  }

  private var table: Table
  private let columns: [Column]
  private let noun: String
  private let hint: String
  private var words: [String] = []
  /// What stands in no part.
  var remark: String?

  /// A chart with more rows than this is an overview of its parts.
  static let mostRows = 40
  /// More names than this in one remark nobody reads.
  static let mostNamed = 40

  /// `part` is what the rows are about, such as `journey`, and `hint` what they lead to.
  init(of part: ElementKind?, _ columns: [Column], hint: String) {
    noun = part?.noun ?? "part"
    self.columns = columns
    self.hint = hint
    var table = Table(
      [Table.Column(title: noun.capitalizedFirst, width: Self.nameWidth)]
        + columns.map { column in
          Table.Column(
            title: column.title, width: column.width,
            alignment: column.isGap ? .leading : .trailing)
        })
    // As high with a sign as without.
    table.isCentered = true
    table.leastHeight = 34
    self.table = table
  }

  private static let nameWidth = 260.0

  /// The parts of something, and what stands in none of them by its titles.
  init<Member>(
    of division: Division<Member>, _ columns: [Column], hint: String, title: (Member) -> String,
    counts: ([Member]) -> [Int]
  ) {
    self.init(of: division.kind, columns, hint: hint)
    for (element, members) in division.parts { add(element, counts(members)) }
    guard !division.rest.isEmpty else { return }
    remark = "In none of them: \(named(division.rest.map(title)))"
  }

  /// A part, with a count for each column.
  mutating func add(_ element: Element, _ counts: [Int]) { add(element, counts.map(Double.init)) }

  /// A part, with a number for each column.
  mutating func add(_ element: Element, _ numbers: [Double]) {
    let name = Label(element.titleWithIdentifier, .strong, width: Self.nameWidth)
    table.rows.append(
      [Table.Cell(name, element: element)]
        + zip(columns, numbers).map { column, number in
          let words = formattedSum(number)
          guard column.isGap else {
            return Table.Cell(Label(words, .body, width: .infinity, .trailing))
          }
          return number == 0
            ? Table.Cell(Label("–", .small)) : Table.Cell(symbol: .gap, Label(words, .strong))
        })
    let facts = zip(columns, numbers).map { $0.words($1) }
    words.append("\(element.title): \(facts.joined(separator: ", ")).")
  }

  func drawing(title: String) -> Drawing {
    var chart = Chart()
    let top = chart.heading(title, "Each row leads to \(hint).", width: table.width)
    let height = table.paint(on: &chart, at: Point(x: 0, y: top))
    if let remark {
      _ = chart.remark(remark, at: Point(x: 0, y: top + height + 12), width: table.width)
    }
    let description =
      (["An overview of \(counted(words.count, noun))."] + words + [remark].compactMap { $0 })
      .joined(separator: " ")
    return Drawing(title: title, description: description, chart: chart)
  }
}

/// The names of what a picture leaves out, as far as anybody reads them.
func named(_ titles: [String]) -> String {
  let more = titles.count - PartsOverview.mostNamed
  return titles.prefix(PartsOverview.mostNamed).joined(separator: ", ")
    + (more > 0 ? " and \(more) more" : "")
}

/// What is too much for one chart, by the parts that have charts of their own; what is shown in
/// several of them stands in each.
struct Division<Member> {
  private(set) var parts: [(element: Element, members: [Member])] = []
  /// What stands in no part.
  private(set) var rest: [Member] = []

  init(_ members: [Member], by owners: (Member) -> [Element]) {
    var places: [ElementID: Int] = [:]
    for member in members {
      var seen = ElementSet()
      let owners = owners(member).filter { seen.insert($0.id) }
      if owners.isEmpty { rest.append(member) }
      for owner in owners {
        if let place = places[owner.id] {
          parts[place].members.append(member)
        } else {
          places[owner.id] = parts.count
          parts.append((owner, [member]))
        }
      }
    }
    parts.sort { $0.element.id < $1.element.id }
  }

  /// The kind of the parts, where all are of one.
  var kind: ElementKind? {
    let first = parts.first?.element.kind
    return parts.allSatisfy { $0.element.kind == first } ? first : nil
  }

  /// The one that leaves the fewest over, of those that have parts to speak of.
  static func best(of divisions: [Division]) -> Division? {
    divisions.filter { $0.parts.count > 1 }.min { $0.rest.count < $1.rest.count }
  }
}

extension DiagramRequest {
  /// Whether a picture with so many rows stands for a whole that has parts, or whose rows have
  /// pictures of their own.
  func isTooLarge(rows: Int) -> Bool {
    rows > PartsOverview.mostRows && (subject == nil || subject?.kind == .package)
  }

  /// The package that an element stands in, inside what the picture is about.
  func packages(of element: Element) -> [Element] {
    guard let package = element.namespace, package.kind == .package, package != subject else {
      return []
    }
    return [package]
  }

  /// How a picture is divided: that of a journey by its stages, that of a model or a package in the best
  /// of all ways; nil for anything else, and where there are no parts to speak of.
  func division<Member>(
    byStages stages: Division<Member>, or ways: [Division<Member>]
  ) -> Division<Member>? {
    switch subject?.kind {
    case nil, .package: Division.best(of: ways + [stages])
    case .journey: Division.best(of: [stages])
    default: nil
    }
  }

  /// The stages that elements stand in, of journeys that are too large for one picture: others have
  /// no pictures of their stages.
  var dividedStages: (Element) -> [Element] {
    let journeys =
      subject?.as(Journey.self).map { [$0] } ?? (subject == nil ? model.all(Journey.self) : [])
    let divided = ElementSet(journeys.filter(JourneyScope.isDivided).map(\.element.id))
    return { element in
      guard let stage = element.enclosing(.stage), let journey = stage.parent,
        divided.contains(journey.id)
      else { return [] }
      return [stage]
    }
  }
}

extension Element {
  /// The element of a kind that this is or stands in.
  func enclosing(_ kind: ElementKind) -> Element? {
    var current: Element? = self
    while let element = current, element.kind != kind { current = element.parent }
    return current
  }
}
