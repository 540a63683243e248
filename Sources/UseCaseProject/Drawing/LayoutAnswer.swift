import Graphviz
import UseCaseText

/// What comes of laying out one graph, as it crosses from a worker to the process that asked.
typealias LayoutAnswer = Result<Layout, GraphvizError>

extension ByteWriter {
  mutating func write(_ answer: LayoutAnswer) {
    switch answer {
    case .success(let layout):
      write(0)
      write(layout)
    case .failure(.notInstalled): write(1)
    case .failure(.unusable(let reason)):
      write(2)
      write(reason)
    case .failure(.invalidInput(let reason)):
      write(3)
      write(reason)
    case .failure(.layoutFailed(let reason)):
      write(4)
      write(reason)
    }
  }
}

extension ByteReader {
  mutating func layoutAnswer() throws(UnreadableBytes) -> LayoutAnswer {
    switch try count() {
    case 0: return .success(try layout())
    case 1: return .failure(.notInstalled)
    case 2: return .failure(.unusable(reason: try string()))
    case 3: return .failure(.invalidInput(reason: try string()))
    case 4: return .failure(.layoutFailed(reason: try string()))
    default: throw UnreadableBytes()
    }
  }
}
