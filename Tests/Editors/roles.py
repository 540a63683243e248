"""What the compiler says that each stretch of a file is: the measure of every highlighting."""

import pathlib
import re
import subprocess
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Span:
    """A stretch of a file: characters of one line, counted from 0, and their role."""

    line: int
    start: int
    end: int
    role: str
    text: str


def spans(command, path):
    """The spans of a file, those that go over several lines cut at the line ends."""
    source = path.read_bytes()
    output = subprocess.run(
        [command, "debug", "roles", path], capture_output=True, check=True, text=True
    ).stdout
    starts = [0] + [match.end() for match in re.finditer(rb"\r\n|\r|\n", source)] + [len(source) + 1]
    line = 0
    result = []
    for row in output.splitlines():
        place, role = row.split(" ")[:2]
        begin, end = map(int, place.split(".."))
        while starts[line + 1] <= begin:
            line += 1
        current = line
        while begin < end:
            stop = min(end, starts[current + 1])
            before = source[starts[current]:begin].decode().removeprefix("\ufeff")
            text = source[begin:stop].decode()
            shown = text.strip()
            if shown:
                column = len(before) + len(text) - len(text.lstrip())
                result.append(Span(current, column, column + len(shown), role, shown))
            begin = stop
            current += 1
    return result


def valid_files():
    """Every file that the compiler reads without an error: fixtures and examples."""
    fixtures = ROOT / "Tests" / "Fixtures"
    folders = [fixtures / "syntax" / "valid", fixtures / "format", fixtures / "rules"]
    files = [path for folder in folders for path in sorted(folder.rglob("*.usecase"))]
    return files + sorted((ROOT / "examples").rglob("*.usecase"))


class Agreement:
    """Counts the spans that a highlighting colours as the compiler does."""

    def __init__(self, highlighting, reasons):
        """`reasons` maps an exception's name to a test of a span and what was shown for it."""
        self.highlighting = highlighting
        self.reasons = reasons
        self.count = 0
        self.differences = []

    def compare(self, path, expected, shown):
        """`shown(line, column)` is the set of roles that the colour of a character can stand for."""
        for span in expected:
            self.count += 1
            for column in range(span.start, span.end):
                roles = shown(span.line, column)
                if span.text[column - span.start].isspace() or span.role in roles:
                    continue
                self.differences.append((path, span, "/".join(sorted(roles))))
                break

    def report(self):
        """Prints the figures; True where they are good enough."""
        unexplained = []
        explained = {}
        for path, span, shown in self.differences:
            reason = next((name for name, test in self.reasons.items() if test(span, shown)), None)
            if reason:
                explained[reason] = explained.get(reason, 0) + 1
            else:
                unexplained.append((path, span, shown))
        share = 1 - len(self.differences) / self.count
        print(f"{self.highlighting}: {share:.3%} of {self.count} stretches agree with the compiler")
        for reason, number in explained.items():
            print(f"  {number} not: {reason}")
        for path, span, shown in unexplained[:40]:
            place = f"{path.relative_to(ROOT)}:{span.line + 1}:{span.start + 1}"
            print(f"  {place}: {span.text!r} is {span.role}, shown as {shown}")
        return share >= 0.995 and not unexplained
