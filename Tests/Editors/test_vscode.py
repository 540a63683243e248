"""The extension folder, as far as it can be judged without VS Code."""

import json
import os
import re
import subprocess

import session
from test_indentation import EXAMPLE, FILES

FOLDER = session.ROOT / "Grammar" / "vscode"
CATEGORIES = {"Programming Languages", "Snippets", "Linters", "Themes", "Debuggers", "Formatters",
              "Keymaps", "SCM Providers", "Other", "Extension Packs", "Language Packs",
              "Data Science", "Machine Learning", "Visualization", "Notebooks", "Education",
              "Testing"}


def read(name):
    return json.loads((FOLDER / name).read_text())


def test_manifest():
    manifest = read("package.json")
    assert re.fullmatch(r"[a-z0-9-]+", manifest["name"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", manifest["version"])
    assert re.fullmatch(r"\^\d+\.\d+\.\d+", manifest["engines"]["vscode"])
    assert set(manifest["categories"]) <= CATEGORIES
    assert (FOLDER / manifest["main"]).is_file()
    contributes = manifest["contributes"]
    (language,) = contributes["languages"]
    (grammar,) = contributes["grammars"]
    (snippets,) = contributes["snippets"]
    assert language["id"] == grammar["language"] == snippets["language"]
    assert language["extensions"] == [".usecase"]
    assert grammar["scopeName"] == read(grammar["path"])["scopeName"]
    assert read(language["configuration"])["comments"]["lineComment"] == "//"
    for snippet in read(snippets["path"]).values():
        assert snippet.keys() == {"prefix", "body", "description"}
    assert manifest["activationEvents"] == [f"onLanguage:{language['id']}"]


def test_indentation_rules():
    """A line is indented one level more behind a line that opens, one less where it closes."""
    rules = read("language-configuration.json")["indentationRules"]
    increase, decrease = (
        re.compile(rules[name]) for name in ["increaseIndentPattern", "decreaseIndentPattern"])
    for name in FILES:
        level, goes_on, inside = 0, False, False
        for number, line in enumerate((EXAMPLE / name).read_text().splitlines(), 1):
            if decrease.search(line):
                level -= 1
            if line.strip() and not goes_on and not inside:
                assert len(line) - len(line.lstrip()) == 4 * level, f"{name}:{number}"
            if increase.search(line):
                level += 1
            is_prose = re.match(r"\s*(\d+\.|//)", line)
            goes_on = not is_prose and re.search(r"(,|->)\s*(//.*)?$", line)
            if not is_prose and line.count('"""') % 2:
                inside = not inside
        assert level == 0, name


def test_extension(tmp_path):
    """What the extension says to VS Code and to its client library, with stand-ins for both."""
    modules = tmp_path / "node_modules"
    (modules / "vscode-languageclient").mkdir(parents=True)
    (modules / "vscode").mkdir()
    (modules / "vscode" / "index.js").write_text("""
      exports.said = [];
      exports.workspace = {
        isTrusted: true,
        getConfiguration: () => ({ get: () => process.env.USECASE }) };
      exports.window = { showInformationMessage: (text) => exports.said.push(text) };
      exports.Uri = { parse: (text) => ({ uri: text }) };
      exports.commands = {
        registerCommand: (name, run) => { exports.commands[name] = run; return { dispose() {} }; },
        executeCommand: (...all) => all };
    """)
    (modules / "vscode-languageclient" / "node.js").write_text("""
      exports.LanguageClient = class {
        constructor(...all) { exports.made = all; this.features = []; exports.client = this; }
        registerFeature(feature) { this.features.push(feature); }
        async start() {
          this.capabilities = {};
          for (const feature of this.features) feature.fillClientCapabilities(this.capabilities);
        }
        async stop() { this.isStopped = true; }
        get protocol2CodeConverter() {
          return { asPosition: (p) => ({ position: p }), asLocation: (l) => ({ location: l }) };
        }
      };
    """)
    script = tmp_path / "session.js"
    script.write_text("""
      const vscode = require('vscode'), library = require('vscode-languageclient/node');
      const extension = require(process.env.EXTENSION), context = { subscriptions: [] };
      extension.activate(context).then(async () => {
        const shown = await vscode.commands['usecase.showReferences']('file:///a', 1, [2, 3]);
        await extension.deactivate();
        console.log(JSON.stringify({
          said: vscode.said, made: library.made, shown, subscriptions: context.subscriptions.length,
          capabilities: library.client.capabilities, isStopped: library.client.isStopped }));
      });
    """)
    result = subprocess.run(
        ["node", script], capture_output=True, text=True, check=True, timeout=60,
        env=os.environ | {"NODE_PATH": str(modules), "USECASE": session.COMMAND,
                          "EXTENSION": str(FOLDER / "extension.js")})
    answer = json.loads(result.stdout)
    assert answer["said"] == [] and answer["subscriptions"] == 1 and answer["isStopped"]
    assert answer["made"][2] == {"command": session.COMMAND, "args": ["lsp"]}
    assert answer["capabilities"] == {
        "experimental": {"commands": {"commands": ["usecase.showReferences"]}}}
    assert answer["shown"] == [
        "editor.action.showReferences", {"uri": "file:///a"}, {"position": 1},
        [{"location": 2}, {"location": 3}]]
