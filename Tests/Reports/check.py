"""Reads the reports of every machine format as its readers do, and compares them with `json`.

Usage: check.py COMMAND FOLDER, where FOLDER is empty.
"""

import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ElementTree

import junitparser
import sarif.loader
import sarif_kit.validate

import models

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
checked = 0


def expect(condition: bool, message: str) -> None:
    global checked
    checked += 1
    if not condition:
        sys.exit(f"Tests/Reports: {message}")


class Reports:
    """What the command says about some models, in each format."""

    def __init__(self, command: str, folder: pathlib.Path, paths: list[str]):
        self.command, self.folder, self.paths = command, folder, paths
        self.findings = json.loads(self.text("json"))["findings"]

    def text(self, format: str, *options: str) -> str:
        arguments = [self.command, "check", "-q", "--output-format", format, *options, *self.paths]
        result = subprocess.run(arguments, cwd=self.folder, capture_output=True)
        failed = any(f["severity"] != "info" for f in getattr(self, "findings", []))
        expect(result.returncode in (0, 1), f"{self.paths} {format}: {result.stderr.decode()}")
        if hasattr(self, "findings"):
            expect(result.returncode == int(failed), f"{self.paths} {format}: exit code")
        again = subprocess.run(arguments, cwd=self.folder, capture_output=True)
        expect(result.stdout == again.stdout, f"{self.paths} {format}: another run, other bytes")
        return result.stdout.decode()

    def bytes(self, file: str) -> bytes:
        return (self.folder / file).read_bytes()


# SARIF


def offset(data: bytes, line: int, column: int) -> int:
    """The byte at a line and a column of UTF-16 code units, both counted from 1."""
    text = data.decode()
    start = 0
    for _ in range(line - 1):
        start = re.compile(r"\r\n|\n|\r").search(text, start).end()
    rest = text[start:]
    if line == 1 and rest.startswith("\ufeff"):
        rest, start = rest[1:], 1
    units = rest.encode("utf-16-le")[: 2 * (column - 1)]
    return len(text[:start].encode()) + len(units.decode("utf-16-le").encode())


def span(reports: Reports, location: dict) -> tuple[str, int, int]:
    """The file and the bytes of a SARIF location."""
    artifact = location["artifactLocation"]
    expect(artifact["uriBaseId"] == "%SRCROOT%", "sarif: a base that is not declared")
    expect(re.fullmatch(r"[A-Za-z0-9._~/%-]+", artifact["uri"]) is not None, artifact["uri"])
    file = urllib.parse.unquote(artifact["uri"])
    data = reports.bytes(file)
    region = location.get("region") or location["deletedRegion"]
    return (
        file,
        offset(data, region["startLine"], region["startColumn"]),
        offset(data, region["endLine"], region["endColumn"]),
    )


def place(item: dict) -> tuple[str, int, int]:
    """The same of an object of `json`."""
    return item["file"], item["range"]["start"]["offset"], item["range"]["end"]["offset"]


def check_sarif(reports: Reports) -> None:
    text = reports.text("sarif")
    log = json.loads(text)
    errors = sarif_kit.validate.validation_errors(log)
    expect(not errors, f"sarif: {errors[:3]}")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    expect(len({rule["id"] for rule in rules}) == len(rules), "sarif: a rule twice")
    expect(all(r["help"]["markdown"] and r["fullDescription"]["text"] for r in rules), "sarif: help")
    expect("%SRCROOT%" in run["originalUriBaseIds"], "sarif: no base")
    expect(run["columnKind"] == "utf16CodeUnits", "sarif: columns")
    results = run["results"]
    expect(len(results) == len(reports.findings), "sarif: another number of findings")
    prints = [result["partialFingerprints"]["usecaseFinding/v1"] for result in results]
    expect(len(set(prints)) == len(prints), "sarif: a fingerprint twice")
    for result, finding in zip(results, reports.findings):
        expect(rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"], "sarif: rule")
        expect(result["level"] == LEVELS[finding["severity"]], "sarif: level")
        (location,) = result["locations"]
        expect(span(reports, location["physicalLocation"]) == place(finding), f"sarif: {finding}")
        related = [span(reports, l["physicalLocation"]) for l in result.get("relatedLocations", [])]
        expect(related == [place(label) for label in finding["labels"]], f"sarif: {finding}")
        check_fixes(reports, result.get("fixes", []), finding["fixes"])
    check_consumer(reports, text)


def check_fixes(reports: Reports, fixes: list, expected: list) -> None:
    expect(len(fixes) == len(expected), "sarif: fixes")
    for fix, other in zip(fixes, expected):
        edits = [
            (*span(reports, {**change, **replacement}), replacement["insertedContent"]["text"])
            for change in fix["artifactChanges"]
            for replacement in change["replacements"]
        ]
        wanted = [(*place(edit), edit["replacement"]) for edit in other["edits"]]
        expect(sorted(edits) == sorted(wanted), f"sarif: {wanted}")


def check_consumer(reports: Reports, text: str) -> None:
    """What sarif-tools makes of it."""
    file = reports.folder / "report.sarif"
    file.write_text(text)
    records = sarif.loader.load_sarif_file(str(file)).get_records()
    file.unlink()
    expect(len(records) == len(reports.findings), "sarif-tools: findings")
    for record, finding in zip(records, reports.findings):
        expect(record["Severity"] == LEVELS[finding["severity"]], f"sarif-tools: {record}")
        expect(record["Line"] == finding["range"]["start"]["line"], f"sarif-tools: {record}")
        expect(urllib.parse.unquote(record["Location"]) == finding["file"], f"sarif-tools: {record}")
        expect(record["Code"] == finding["rule"], f"sarif-tools: {record}")


# The others


def check_jsonl(reports: Reports) -> None:
    # Only a line feed ends a line: JSON may hold other separators.
    lines = reports.text("jsonl").split("\n")
    expect(lines.pop() == "", "jsonl: the last line has no end")
    expect([json.loads(line) for line in lines] == reports.findings, "jsonl")


def check_junit(reports: Reports) -> None:
    file = reports.folder / "report.xml"
    file.write_text(reports.text("junit"))
    suites = junitparser.JUnitXml.fromfile(str(file))
    cases = [case for suite in suites for case in suite]
    failures = [case for case in cases if any(isinstance(r, junitparser.Failure) for r in case.result)]
    file.unlink()
    failed = [f for f in reports.findings if f["severity"] != "info"]
    expect(len(failures) == len(failed) == suites.failures, "junit: failures")
    expect(len(cases) == suites.tests >= len(reports.findings), "junit: tests")
    for suite in suites:
        expect(suite.tests == len(list(suite)), "junit: tests of a suite")
    messages = [result.message for case in failures for result in case.result]
    expect(sorted(messages) == sorted(shown(f["message"]) for f in failed), "junit: messages")


def check_checkstyle(reports: Reports) -> None:
    root = ElementTree.fromstring(reports.text("checkstyle"))
    expect(root.tag == "checkstyle" and "version" in root.attrib, "checkstyle: root")
    found = [
        (file.get("name"), int(e.get("line")), int(e.get("column")), e.get("severity"),
         e.get("message"), e.get("source"))
        for file in root for e in file
    ]
    wanted = [
        (shown(f["file"]), f["range"]["start"]["line"], f["range"]["start"]["column"],
         f["severity"], shown(f["message"]), "usecase." + f["rule"])
        for f in reports.findings
    ]
    expect(found == wanted, "checkstyle: findings")


def check_gitlab(reports: Reports) -> None:
    issues = json.loads(reports.text("gitlab"))
    expect(isinstance(issues, list) and len(issues) == len(reports.findings), "gitlab: findings")
    prints = {issue["fingerprint"] for issue in issues}
    expect(len(prints) == len(issues), "gitlab: a fingerprint twice")
    severities = {"error": "major", "warning": "minor", "info": "info"}
    for issue, finding in zip(issues, reports.findings):
        expect(issue["check_name"] == finding["rule"], "gitlab: rule")
        expect(issue["severity"] == severities[finding["severity"]], "gitlab: severity")
        expect(issue["description"] == shown(finding["message"]), "gitlab: description")
        expect(issue["location"]["path"] == finding["file"], "gitlab: path")
        begin = issue["location"]["lines"]["begin"]
        expect(begin == finding["range"]["start"]["line"], "gitlab: line")
        expect(not issue["location"]["path"].startswith("./"), "gitlab: path")


def unescaped(text: str, isProperty: bool) -> str:
    """As the runner of GitHub Actions does it: what stands for '%' comes last."""
    pairs = [("%0D", "\r"), ("%0A", "\n")]
    if isProperty:
        pairs += [("%3A", ":"), ("%2C", ",")]
    for code, character in [*pairs, ("%25", "%")]:
        text = text.replace(code, character)
    return text


def parse_command(line: str) -> tuple[str, dict, str]:
    """As the runner does it: the command ends at the first '::', the properties at commas."""
    expect(line.startswith("::"), f"github: no command: {line}")
    head, message = line[2:].split("::", 1)
    name, _, rest = head.partition(" ")
    properties = dict(part.split("=", 1) for part in rest.split(","))
    return (
        name, {key: unescaped(value, True) for key, value in properties.items()},
        unescaped(message, False))


def check_github(reports: Reports) -> None:
    text = reports.text("github")
    expect("\r" not in text, "github: a carriage return")
    lines = text.split("\n")[:-1]
    levels = {"error": "error", "warning": "warning", "notice": "info"}
    wanted = [
        finding for severity in levels.values()
        for finding in [f for f in reports.findings if f["severity"] == severity][:10]
    ]
    hidden = len(reports.findings) - len(wanted)
    expect(len(lines) == len(wanted) + (hidden > 0), "github: lines")
    if hidden:
        expect(lines.pop().startswith(f"and {hidden} further finding"), "github: the rest")
    for line, finding in zip(lines, wanted):
        name, properties, message = parse_command(line)
        expect(levels[name] == finding["severity"], f"github: {line}")
        expect(properties["file"] == shown(finding["file"]), f"github: {line}")
        expect(int(properties["line"]) == finding["range"]["start"]["line"], f"github: {line}")
        expect(properties["title"] == finding["rule"], f"github: {line}")
        expect(message.split("\n")[0] == shown(finding["message"]), f"github: {line}")


def shown(text: str) -> str:
    """A text as formats show it that people read, too: what hides is spelt out."""
    return "".join(
        "\\u{%X}" % ord(letter)
        if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") and letter != "\u200d"
        else letter
        for letter in text)


def check_fingerprints_without_lines(command: str, folder: pathlib.Path) -> None:
    """Lines above change no fingerprint."""
    def prints(format: str) -> list:
        text = Reports(command, folder, ["hostile"]).text(format)
        return re.findall(r'"(?:fingerprint|usecaseFinding/v1)": "([^"]*)"', text)

    before = {format: prints(format) for format in ("gitlab", "sarif")}
    expect(len(before["gitlab"]) > 20 and before["gitlab"] == before["sarif"], "fingerprints")
    for file in (folder / "hostile").glob("*.usecase"):
        data = file.read_bytes()
        if not data.startswith(b"\xef\xbb\xbf"):
            file.write_bytes(b"// a comment\n\n\n" + data)
    for format, old in before.items():
        expect(prints(format) == old, f"{format}: lines above change fingerprints")


def main() -> None:
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    root = pathlib.Path(__file__).resolve().parent.parent
    names = models.write(folder, root / "Fixtures" / "rules")
    sets = [["clean"], ["hostile"], names]
    for paths in sets:
        reports = Reports(command, folder, paths)
        expect(bool(reports.findings) == (paths != ["clean"]), f"{paths}: findings")
        for check in [check_jsonl, check_sarif, check_github, check_gitlab, check_junit,
                      check_checkstyle]:
            check(reports)
    check_fingerprints_without_lines(command, folder)
    print(f"Tests/Reports: {checked} expectations about {len(sets)} sets of reports hold")


main()
