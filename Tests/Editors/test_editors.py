"""Vim, Neovim 0.7 and Emacs 28 with eglot, headless, and the settings that the documentation gives."""

import os
import pathlib
import re
import subprocess
import tomllib

import session

GRAMMAR = session.ROOT / "Grammar"
HERE = session.ROOT / "Tests" / "Editors"


def settings(language):
    """The listing of a language in the documentation, with this folder for `Grammar`."""
    text = (session.ROOT / "docs" / "editors.md").read_text()
    (listing,) = re.findall(rf"```{language}\n(.*?)```", text, re.S)
    return listing.replace("Grammar/", f"{GRAMMAR}/")


def go_through(arguments, model, **more):
    names = ["FILE", "MISSPELT", "RIGHT", "OLD", "NEW", "DAY"]
    environment = os.environ | {name: getattr(session, name) for name in names}
    environment["SOURCE_DATE_EPOCH"] = "1790812800"
    # Settings and `:make` call the command by its name.
    environment["PATH"] = f"{pathlib.Path(session.COMMAND).parent}:{environment['PATH']}"
    environment |= more
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


def test_vim(model, tmp_path):
    said = tmp_path / "said"
    said.write_text("")
    try:
        go_through(
            ["vim", "-e", "-s", "-N", "-u", "NONE", "-i", "NONE", "--not-a-term", "--cmd",
             f"set runtimepath^={GRAMMAR / 'vim'} encoding=utf-8", "-S", HERE / "vim-session.vim"],
            model, SAID=str(said))
    finally:
        assert said.read_text() == ""
    lines = (model / session.FILE).read_text().splitlines()
    assert any(line.startswith("        priority   must") for line in lines)


def test_settings_of_neovim(model, tmp_path):
    path = tmp_path / "init.lua"
    path.write_text(settings("lua"))
    go_through(
        ["nvim", "--headless", "--clean", "-n", "--cmd", f"set runtimepath^={GRAMMAR / 'vim'}",
         "-c", "filetype plugin indent on", "-c", f"luafile {path}",
         "-c", f"luafile {HERE / 'neovim-settings.lua'}"], model)


def test_settings_of_emacs(model, tmp_path):
    path = tmp_path / "init.el"
    path.write_text(settings("elisp"))
    go_through(
        ["emacs", "-q", "--batch", "--eval", "(package-initialize)", "-l", path,
         "-l", HERE / "emacs-settings.el"], model)


def test_settings_of_helix():
    """Helix is not there to be run: what it would read must at least be what it knows."""
    read = tomllib.loads(settings("toml"))
    assert read.keys() == {"language-server", "language"}
    assert read["language-server"]["usecase"] == {"command": "usecase", "args": ["lsp"]}
    (language,) = read["language"]
    assert language.keys() == {
        "name", "scope", "file-types", "roots", "comment-token", "indent", "language-servers"}
    assert language["file-types"] == ["usecase"] and language["scope"] == "source.usecase"
    assert language["indent"] == {"tab-width": 4, "unit": "    "}
    assert language["language-servers"] == list(read["language-server"])
