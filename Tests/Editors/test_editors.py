"""Neovim 0.7 and Emacs 28 with eglot, headless."""

import os
import subprocess

import session

GRAMMAR = session.ROOT / "Grammar"
HERE = session.ROOT / "Tests" / "Editors"


def go_through(arguments, model):
    names = ["FILE", "MISSPELT", "RIGHT", "OLD", "NEW", "DAY"]
    environment = os.environ | {name: getattr(session, name) for name in names}
    environment["SOURCE_DATE_EPOCH"] = "1790812800"
    result = subprocess.run(
        list(map(str, arguments)), cwd=model, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]


def test_neovim(model, wanted):
    go_through(
        ["nvim", "--headless", "--clean", "-n", "--cmd", f"set runtimepath^={GRAMMAR / 'vim'}",
         "-c", f"luafile {HERE / 'neovim.lua'}"], model)
    session.compare(model, wanted)


def test_emacs(model, wanted):
    go_through(
        ["emacs", "-q", "--batch", "--eval", "(package-initialize)", "-L", GRAMMAR / "emacs",
         "-l", HERE / "emacs-session.el"], model)
    session.compare(model, wanted)
