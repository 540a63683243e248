import Foundation
import PackagePlugin

/// `swift package usecase …`: the command with the arguments that were given, in the folder of the
/// package that it is typed in.
@main struct UseCasePlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let command = Process()
    command.executableURL = try context.tool(named: "usecase").url
    command.arguments = arguments
    command.currentDirectoryURL = context.package.directoryURL
    try command.run()
    command.waitUntilExit()
    // What was found is on the screen; whoever waits for the command learns it from the code.
    guard command.terminationStatus == 0 else { exit(command.terminationStatus) }
  }
}
