"""Colours against what the compiler says of every file that it reads without a syntax error."""

import logging
import subprocess

import pytest
import roles
import session
import textmate
import vim

GRAMMAR = session.ROOT / "Grammar"

# Where a highlighting without a parser is wrong, and why.
REASONS = {
    "a step numbered '2)', which the compiler reports":
        lambda span, shown: (span.role, shown) in [
            ("stepNumber", "number"), ("prose", "reference/word")],
    "a word that the choice does not know, which the compiler reports, too":
        lambda span, shown: span.role == "choice" and shown == "reference/word",
    "an indented declaration whose word is a clause elsewhere, without title and body":
        lambda span, shown: (span.role, shown) in [
            ("declaration", "clause"), ("name", "reference/word")],
}


@pytest.fixture(scope="module")
def expected():
    """The spans of each file."""
    result = {}
    for path in roles.valid_files():
        tree = subprocess.run(
            [session.COMMAND, "debug", "tree", path], capture_output=True, text=True, check=True)
        if "(broken)" not in tree.stdout:
            result[path] = roles.spans(session.COMMAND, path)
    assert len(result) > 100
    return result


def check(name, expected, shown):
    agreement = roles.Agreement(name, REASONS)
    assert len(shown) == len(expected)
    for (path, spans), looks in zip(expected.items(), shown):
        agreement.compare(path, spans, looks)
    assert agreement.report()


def test_textmate(expected):
    logging.disable(logging.WARNING)
    grammar = textmate.load(GRAMMAR / "vscode" / "usecase.tmLanguage.json")
    texts = [path.read_text(encoding="utf-8-sig") for path in expected]
    check("TextMate", expected, [textmate.shown_by(grammar, text) for text in texts])


@pytest.mark.parametrize("editor", ["vim", "nvim"])
def test_vim(editor, expected):
    # Asking takes long; the fixtures of the syntax and some files hold every construct.
    names = {"journey.usecase", "measures.usecase", "stakeholders.usecase", "views.usecase"}
    some = {path: spans for path, spans in expected.items()
            if "syntax" in path.parts or path.parent.name == "fellmark" and path.name in names}
    check(editor, some, vim.shown_by(editor, list(some)))
