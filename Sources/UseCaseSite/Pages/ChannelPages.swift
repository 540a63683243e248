import UseCaseModel
import UseCaseSyntax

/// A channel and the touchpoints on it.
struct ChannelPages: ElementPageKind {
  let shownMentions: Set<Keyword> = [Clauses.channels.keyword]

  func writeBadges(of channel: Channel, to page: inout PageWriter) {
    guard let kind = channel[Clauses.channelKind] else { return }
    page.badge(choice: kind)
  }

  func writeSections(of channel: Channel, to page: inout PageWriter) {
    let touchpoints = channel.element.users(by: Clauses.channels)
    guard !touchpoints.isEmpty else { return }
    page.section(.touchpoints, anchor: "touchpoints") { $0.entries(of: touchpoints) }
  }
}
