import UseCaseSyntax

/// The layout of rustc: what is wrong, every place involved in its lines, notes and help.
public enum FullFormat: ReportFormat {
  public static let name = "full"
  public static let purpose = "excerpts with every place involved, notes and help"
  public static let isForPeople = true

  /// How many further places of a finding are shown; the rest is counted in a note.
  static let mostLabels = 12

  public static func render(_ report: Report, options: ReportOptions) -> String {
    var text = ""
    let rest = report.forEachShown(limit: options.limit) { model, finding, locations in
      if !text.isEmpty { text += "\n" }
      var message = FullMessage(
        finding: finding, model: model, locations: locations,
        palette: Palette(isColored: options.isColored))
      text += message.render()
    }
    return text + (rest.isEmpty ? "" : "\n" + rest)
  }
}

/// One finding on its way to text.
struct FullMessage {
  let finding: Diagnostic
  let model: ReportedModel
  let locations: Locations
  let palette: Palette
  private var text = ""
  private var gutter = 1

  init(finding: Diagnostic, model: ReportedModel, locations: Locations, palette: Palette) {
    self.finding = finding
    self.model = model
    self.locations = locations
    self.palette = palette
  }

  /// A file that the finding involves, with the offset that its head names.
  struct Section {
    let path: String
    let offset: Int
    var marks: [Mark] = []
  }

  mutating func render() -> String {
    let head = "\(finding.severity.name)[\(finding.rule)]"
    text += palette.paint(head, .severity(finding.severity))
    text += palette.paint(": \(visible(finding.message))", .strong) + "\n"
    return renderDetails()
  }

  /// What stands below the message.
  mutating func renderDetails() -> String {
    let sections = sections()
    gutter = String(sections.map { Excerpt.lastLine(of: $0.marks) }.max() ?? 1).count
    for (index, section) in sections.enumerated() {
      add(section, isFirst: index == 0)
    }
    addRemarks()
    return text
  }

  /// The finding's own file first, the others as its labels name them.
  private func sections() -> [Section] {
    var sections: [Section] = []
    func add(_ place: Place, _ caption: String, isPrimary: Bool) {
      let mark = locations.file(place.path).map { file in
        Mark(
          place.range, caption: caption, isPrimary: isPrimary, in: file.lines,
          size: file.text.bytes.count)
      }
      let index =
        sections.firstIndex { $0.path == place.path }
        ?? {
          sections.append(Section(path: place.path, offset: place.range.lowerBound))
          return sections.count - 1
        }()
      if let mark { sections[index].marks.append(mark) }
    }
    add(finding.place, finding.caption, isPrimary: true)
    for label in finding.labels.prefix(FullFormat.mostLabels) {
      add(label.place, label.message, isPrimary: false)
    }
    return sections
  }

  private mutating func add(_ section: Section, isFirst: Bool) {
    let indentation = String(repeating: " ", count: gutter)
    if !isFirst { text += frame("\(indentation) |") }
    text += indentation + palette.paint(isFirst ? "--> " : "::: ", .frame)
    text += visible(model.shownPath(section.path))
    if let position = locations.position(section.offset, in: section.path) {
      text += ":\(position.line):\(position.column)"
    }
    text += "\n"
    guard let file = locations.file(section.path), !file.text.bytes.isEmpty else { return }
    text += frame("\(indentation) |")
    var excerpt = Excerpt(
      of: file, marks: section.marks, severity: finding.severity, gutter: gutter)
    for line in excerpt.lines() { text += line.text(palette) }
  }

  private func frame(_ line: String) -> String { palette.paint(line, .frame) + "\n" }

  /// Notes, help, and the fixes; those that the program does not apply are help, too.
  private mutating func addRemarks() {
    var remarks = finding.notes.map { ("note", $0) }
    let hidden = finding.labels.count - FullFormat.mostLabels
    if hidden > 0 { remarks.append(("note", "and \(counted(hidden, "further place"))")) }
    remarks += finding.help.map { ("help", $0) }
    for fix in finding.fixes {
      let kind = fix.isSafe ? "fix" : "unsafe fix"
      remarks.append((model.isApplicable(fix) ? kind : "help", fix.title))
    }
    guard !remarks.isEmpty else { return }
    let indentation = String(repeating: " ", count: gutter)
    text += frame("\(indentation) |")
    for (kind, remark) in remarks {
      let lines = remark.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index == 0 {
          text += palette.paint("\(indentation) = ", .frame) + palette.paint("\(kind): ", .strong)
        } else {
          text += indentation + String(repeating: " ", count: kind.count + 5)
        }
        text += visible(String(line)) + "\n"
      }
    }
  }
}
