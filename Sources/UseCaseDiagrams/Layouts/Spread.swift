/// The upper ends nearest to the wished ones, in their order and without overlap, in points: groups
/// that get in each other's way share the mean of what they wish.
func spread(_ wishes: [(top: Double, height: Double)], spacing: Double) -> [Double] {
  struct Group {
    var first: Int
    var sum: Double
    var count: Double
    var height: Double
    var top: Double { sum / count }
  }
  var groups: [Group] = []
  for (index, wish) in wishes.enumerated() {
    var group = Group(first: index, sum: wish.top, count: 1, height: wish.height + spacing)
    while let above = groups.last, above.top + above.height > group.top {
      groups.removeLast()
      // Below the others, each wishes for them to stand higher by what they need.
      group = Group(
        first: above.first, sum: above.sum + group.sum - group.count * above.height,
        count: above.count + group.count, height: above.height + group.height)
    }
    groups.append(group)
  }
  var tops: [Double] = []
  for (place, group) in groups.enumerated() {
    let end = place + 1 < groups.count ? groups[place + 1].first : wishes.count
    var top = group.top.rounded()
    for wish in wishes[group.first..<end] {
      tops.append(top)
      top += wish.height + spacing
    }
  }
  return tops
}
