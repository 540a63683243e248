import Rsvg
import UseCaseDiagrams

/// How a finished picture is written.
public enum PictureFormat: Sendable, Hashable {
  case svg
  /// With so many pixels for a point of the SVG.
  case png(scale: Double)
  /// One page, whose texts can be selected.
  case pdf
}

extension Picture {
  /// The picture as a file of its own.
  ///
  /// PNG and PDF show the light colours and are made by librsvg, which is loaded at the first one;
  /// throws where it is missing.
  public func file(as format: PictureFormat) throws(ProjectError) -> [UInt8] {
    do {
      // librsvg knows nothing of colour schemes, so that it gets no styles to misread.
      let document = { self.svgBytes(standalone: false) }
      switch format {
      case .svg: return svgBytes()
      case .png(let scale):
        return try png(svg: document(), width: size.width, height: size.height, scale: scale)
      case .pdf:
        return try pdf(svg: document(), width: size.width, height: size.height, title: title)
      }
    } catch {
      throw ProjectError(error.description)
    }
  }
}
