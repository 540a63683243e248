"""The extension folder, as far as it can be judged without VS Code."""

import json
import re

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
