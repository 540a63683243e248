"""Asks Emacs how it colours files."""

import json
import os
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
MODE = HERE.parents[1] / "Grammar" / "emacs"

# The roles that a face stands for; what has none is plain.
PLAIN = {"reference", "word", "number", "anchor", "prose", "brace", "separator", "arrow"}
FACES = {"keyword": {"declaration", "clause", "tail", "flow", "closing"}, "type": {"name"},
         "constant": {"choice", "stepNumber"}, "preprocessor": {"include"}, "builtin": {"point"},
         "variable-name": {"reference"}, "string": {"text"}, "comment": {"comment", "description"},
         "comment-delimiter": {"comment", "description"}, "doc": {"description", "text"}}


def shown_by_emacs(paths):
    """What Emacs shows of each file, as functions of line and column."""
    with tempfile.TemporaryDirectory() as folder:
        listed, output = pathlib.Path(folder, "files"), pathlib.Path(folder, "faces")
        listed.write_text("\n".join(map(str, paths)))
        subprocess.run(
            ["emacs", "-Q", "--batch", "-L", MODE, "-l", HERE / "faces.el"], check=True, timeout=300,
            stdin=subprocess.DEVNULL, capture_output=True,
            env=os.environ | {"LISTED": str(listed), "OUTPUT": str(output)})
        files = [json.loads(line) for line in output.read_text().splitlines()]
    return [lookup(faces) for faces in files]


def lookup(faces):
    table = {}
    for line, column, length, face in faces:
        for offset in range(length):
            table[line, column + offset] = FACES[face.removeprefix("font-lock-").removesuffix("-face")]
    return lambda line, column: table.get((line, column), PLAIN)
