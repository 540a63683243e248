import UseCaseModel

/// A group of customers; who stands for it is told by what refers to it.
struct SegmentPages: ElementPageKind {
  typealias Subject = Segment
}
