"""Compares the TextMate grammar with the compiler."""

import json

from textmate_grammar.parsers.base import LanguageParser

# The roles that a scope stands for, the most telling scope first.
SCOPES = [
    ("constant.numeric.step", {"stepNumber"}),
    ("entity.name.reference", {"reference"}),
    ("comment.line.documentation", {"description"}),
    ("comment", {"comment"}),
    ("string.unquoted.step", {"prose"}),
    ("string.quoted", {"text"}),
    ("storage.type.declaration", {"declaration"}),
    ("entity.name.type", {"name"}),
    ("keyword.other.clause", {"clause"}),
    ("keyword.other.tail", {"tail"}),
    ("keyword.control.flow", {"flow"}),
    ("keyword.control.closing", {"closing"}),
    ("keyword.control.include", {"include"}),
    ("constant.language.point", {"point"}),
    ("constant.language", {"choice"}),
    ("constant.numeric.anchor", {"anchor"}),
    ("constant.numeric", {"number"}),
    ("keyword.operator.range", {"number"}),
    ("keyword.operator.arrow", {"arrow"}),
    ("punctuation.separator", {"separator"}),
    ("punctuation.section.block", {"brace"}),
]
PLAIN = {"reference", "word"}


def roles_of(scopes):
    for prefix, roles in SCOPES:
        if any(scope.startswith(prefix) for scope in scopes):
            return roles
    return PLAIN


def shown_by(grammar, text):
    """What the grammar shows, as a function of line and column."""
    parser = LanguageParser(grammar)
    element = parser.parse_string(text)
    table = {}
    for (line, column), part, scopes in element.flatten() if element else []:
        roles = roles_of(scopes)
        for offset in range(len(part)):
            table[line, column + offset] = roles
    return lambda line, column: table.get((line, column), PLAIN)


def load(path):
    return json.loads(path.read_text())
