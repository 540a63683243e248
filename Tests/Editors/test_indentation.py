"""Indentation in Neovim and Emacs against the formatter, on the flagship model."""

import re
import subprocess

import pytest
import session

GRAMMAR = session.ROOT / "Grammar"
EXAMPLE = session.ROOT / "examples" / "fellmark"
FILES = sorted(path.name for path in EXAMPLE.glob("*.usecase"))


def flattened(text):
    """The lines without the blanks they begin with, but for what stands inside a text."""
    lines, inside = [], False
    for line in text.splitlines(keepends=True):
        lines.append(line if inside else line.lstrip(" "))
        if not re.match(r"\s*(\d+\.|//)", line) and line.count('"""') % 2:
            inside = not inside
    return "".join(lines)


def neovim(path):
    return ["nvim", "--headless", "--clean", "-n", "--cmd", f"set runtimepath^={GRAMMAR / 'vim'}",
            "-c", "filetype plugin indent on", "-c", f"edit {path}", "-c", "normal! gg=G",
            "-c", "wq!"]


def emacs(path):
    return ["emacs", "-Q", "--batch", "-L", str(GRAMMAR / "emacs"), "-l", "usecase-mode", str(path),
            "--eval", "(indent-region (point-min) (point-max))", "-f", "save-buffer"]


@pytest.mark.parametrize("editor", [neovim, emacs])
@pytest.mark.parametrize("name", FILES)
def test_indentation(editor, name, tmp_path):
    wanted = (EXAMPLE / name).read_text()
    path = tmp_path / name
    path.write_text(flattened(wanted))
    subprocess.run(editor(path), check=True, timeout=120, stdin=subprocess.DEVNULL,
                   capture_output=True)
    assert path.read_text() == wanted
