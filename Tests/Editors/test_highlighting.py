"""Colours against what the compiler says of every file that it reads without a syntax error."""

import logging
import subprocess

import emacs
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
            ("stepNumber", "number"), ("prose", "reference/word")]
        or span.text == "2)" and "number" in shown,
    "a word that the choice does not know, which the compiler reports, too":
        lambda span, shown: span.role == "choice" and "reference" in shown and "word" in shown,
    "an indented declaration whose word is a clause elsewhere, without title and body":
        lambda span, shown: (span.role, shown) in [
            ("declaration", "clause"), ("name", "reference/word")],
}

# Emacs goes line by line and knows fewer words apart.
EMACS_REASONS = REASONS | {
    "what does not stand at the beginning of its line, or stands behind a byte order mark":
        lambda span, shown: span.role in {
            "declaration", "name", "clause", "tail", "point", "text", "comment"}
        and "prose" in shown,
    "brackets that begin no link":
        lambda span, shown: span.role in {"text", "description"} and shown == "reference",
    "a keyword that is a name there":
        lambda span, shown: span.role == "reference" and "clause" in shown,
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


def check(name, expected, shown, reasons=REASONS):
    agreement = roles.Agreement(name, reasons)
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


def test_emacs(expected):
    check("Emacs", expected, emacs.shown_by_emacs(list(expected)), EMACS_REASONS)
