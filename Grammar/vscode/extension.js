// Starts `usecase lsp` where it is found; without it, highlighting, snippets and indentation stay.
'use strict';

const { execFile } = require('child_process');
const vscode = require('vscode');

let client;

/** Shows the places that a code lens counts; the server offers it to clients that name it. */
const SHOW_REFERENCES = 'usecase.showReferences';

/** Names the command to the server. */
const commands = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = {
      ...capabilities.experimental, commands: { commands: [SHOW_REFERENCES] } };
  },
  initialize() {},
  getState() { return { kind: 'static' }; },
  clear() {},
};

function showReferences(uri, position, locations) {
  const { asPosition, asLocation } = client.protocol2CodeConverter;
  return vscode.commands.executeCommand(
    'editor.action.showReferences', vscode.Uri.parse(uri), asPosition(position),
    locations.map((location) => asLocation(location)));
}

/** The client library, or undefined before `npm install` was run in this folder. */
function clientLibrary() {
  try {
    return require('vscode-languageclient/node');
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Whether the command can be run at all. */
function answers(command) {
  return new Promise((resolve) => {
    execFile(command, ['--version'], { timeout: 10000 }, (error) => resolve(!error));
  });
}

async function activate(context) {
  context.subscriptions.push(vscode.commands.registerCommand(SHOW_REFERENCES, showReferences));
  if (!vscode.workspace.isTrusted) {
    context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => start()));
    return;
  }
  await start();
}

async function start() {
  const library = clientLibrary();
  if (!library) {
    vscode.window.showInformationMessage(
      "usecase: run 'npm install --omit=dev' in the extension's folder to get the language server.");
    return;
  }
  const command = vscode.workspace.getConfiguration('usecase').get('path', 'usecase');
  if (!(await answers(command))) {
    vscode.window.showInformationMessage(
      `usecase: '${command}' could not be run, so files are only coloured. ` +
        "Put it on the PATH or set 'usecase.path'.");
    return;
  }
  client = new library.LanguageClient(
    'usecase', 'Use cases', { command, args: ['lsp'] },
    { documentSelector: [{ scheme: 'file', language: 'usecase' }] });
  client.registerFeature(commands);
  await client.start();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
