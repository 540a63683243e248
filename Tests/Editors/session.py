"""A session that every editor goes through, on a copy of the flagship model with two mistakes.

It opens shop.usecase, sees a diagnostic, completes, hovers, mends the misspelt name, formats, renames
a use case across files and saves. Afterwards the files must be those that the command line gives.
"""

import os
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = os.environ["USECASE"]
DAY = "2026-10-01"

FILE = "shop.usecase"
MISSPELT, RIGHT = "PaymentProvidr", "PaymentProvider"
OLD, NEW = "PayOrder", "SettleTheOrder"
RULE = "unknown-reference"


def prepare(folder):
    """Copies the flagship model into a folder and makes the mistakes."""
    shutil.copytree(ROOT / "examples" / "fellmark", folder, dirs_exist_ok=True)
    path = folder / FILE
    text = path.read_text()
    wrong = text.replace(f"supporting {RIGHT}", f"supporting {MISSPELT}", 1)
    wrong = wrong.replace("        priority must", "  priority   must", 1)
    assert wrong.count(MISSPELT) == 1 and "  priority   must" in wrong
    path.write_text(wrong)
    return folder


def run(*arguments, status=0):
    result = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True)
    assert result.returncode == status, result.stdout + result.stderr


def expected(folder):
    """What the command line makes of the same mistakes; it has no renaming, so words are replaced."""
    prepare(folder)
    run("check", "--fix", "--unsafe-fixes", "--today", DAY, folder)
    run("format", folder)
    for path in folder.glob("*.usecase"):
        path.write_text(re.sub(rf"\b{OLD}\b", NEW, path.read_text()))
    return folder


def compare(folder, wanted):
    """Whether an editor left the files that the command line gives, free of findings."""
    for path in sorted(wanted.glob("*.usecase")):
        assert (folder / path.name).read_text() == path.read_text(), path.name
    renamed = [path.name for path in wanted.glob("*.usecase") if NEW in path.read_text()]
    assert len(renamed) > 3, renamed
    run("check", "--today", DAY, folder)
