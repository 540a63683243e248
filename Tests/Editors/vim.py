"""Asks Vim or Neovim how it colours files."""

import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
MODE = HERE.parents[1] / "Grammar" / "vim"

# The roles that a group stands for, where they are not the group's own name.
GROUPS = {"": {"reference", "word"}, "Escape": {"text"}, "Code": {"description"},
          "Included": {"reference"}}


def roles_of(group, around):
    group = group.removeprefix("usecase")
    if group == "Link":
        return roles_of(around, "")
    if group in GROUPS:
        return GROUPS[group]
    if group.startswith("Choice"):
        if group.endswith("Next"):
            return {"separator"}
        return {"reference"} if group.endswith("Name") else {"choice"}
    return {group[0].lower() + group[1:]}


def command(editor):
    """The command line of an editor without anything of its user's."""
    if "nvim" in editor:
        return [editor, "--headless", "--clean", "--cmd", f"set runtimepath^={MODE}"]
    return [editor, "-e", "-s", "-N", "-u", "NONE", "-i", "NONE", "--not-a-term",
            "--cmd", f"set runtimepath^={MODE} encoding=utf-8"]


def shown_by(editor, paths):
    """What the editor shows of each file, as functions of line and column."""
    with tempfile.TemporaryDirectory() as folder:
        listed = pathlib.Path(folder, "files")
        listed.write_text("\n".join(map(str, paths)))
        output = pathlib.Path(folder, "groups")
        subprocess.run(
            command(editor)
            + ["-c", f"let g:listed = '{listed}' | let g:output = '{output}'",
               "-S", HERE / "groups.vim"],
            check=True, timeout=300, stdin=subprocess.DEVNULL, capture_output=True)
        files = [json.loads(line) for line in output.read_text().splitlines()]
    return [lookup(groups) for groups in files]


def lookup(groups):
    table = {}
    for line, column, length, group, around in groups:
        for offset in range(length):
            table[line, column + offset] = roles_of(group, around)
    return lambda line, column: table.get((line, column), GROUPS[""])
