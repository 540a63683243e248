import CGraphviz

/// The plugins of Graphviz, which lie in a folder beside libgvc.
struct PluginFiles {
  private let folder: String
  private let suffixes: [String]

  init(libraryPath: String?) {
    let path = libraryPath ?? ""
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let file = path.dropFirst(folder.count)
    self.folder = folder + "graphviz/"
    // The numbers of libgvc and of its plugins need not be the same.
    #if canImport(Darwin)
      let usual = [".dylib"] + (6...12).map { ".\($0).dylib" } + [".so"]
    #else
      let usual = (6...12).map { ".so.\($0)" } + [".so"]
    #endif
    suffixes = file.hasPrefix("libgvc.") ? [String(file.dropFirst("libgvc".count))] + usual : usual
  }

  /// Loads a plugin and returns its description.
  func open(_ name: String) throws(GraphvizError) -> UnsafeMutableRawPointer {
    let symbol = "gvplugin_\(name)_LTX_library"
    for suffix in suffixes {
      let path = "\(folder)libgvplugin_\(name)\(suffix)"
      if let plugin = graphvizOpenPlugin(path, symbol) { return plugin }
    }
    throw .unusable(reason: "its plugin '\(name)' is not in the folder '\(folder)'")
  }
}
