import CGraphviz

/// The attributes of nodes that a layout is read from.
struct NodeAttributes {
  let position, width, height, outerLabel: UnsafeMutableRawPointer?

  init(library: OpaquePointer, object: UnsafeMutableRawPointer) {
    position = graphvizAttribute(library, object, "pos")
    width = graphvizAttribute(library, object, "width")
    height = graphvizAttribute(library, object, "height")
    outerLabel = graphvizAttribute(library, object, "xlp")
  }
}

/// The attributes of edges that a layout is read from.
struct EdgeAttributes {
  let id, position, label, labelPosition, fontName, fontSize: UnsafeMutableRawPointer?
  let headLabel, tailLabel, outerLabel: UnsafeMutableRawPointer?

  init(library: OpaquePointer, object: UnsafeMutableRawPointer) {
    id = graphvizAttribute(library, object, "id")
    position = graphvizAttribute(library, object, "pos")
    label = graphvizAttribute(library, object, "label")
    labelPosition = graphvizAttribute(library, object, "lp")
    fontName = graphvizAttribute(library, object, "fontname")
    fontSize = graphvizAttribute(library, object, "fontsize")
    headLabel = graphvizAttribute(library, object, "head_lp")
    tailLabel = graphvizAttribute(library, object, "tail_lp")
    outerLabel = graphvizAttribute(library, object, "xlp")
  }
}

/// The attributes of the graph and its clusters that a layout is read from.
struct GraphAttributes {
  let box, labelPosition, labelWidth, labelHeight: UnsafeMutableRawPointer?

  init(library: OpaquePointer, object: UnsafeMutableRawPointer) {
    box = graphvizAttribute(library, object, "bb")
    labelPosition = graphvizAttribute(library, object, "lp")
    labelWidth = graphvizAttribute(library, object, "lwidth")
    labelHeight = graphvizAttribute(library, object, "lheight")
  }
}
