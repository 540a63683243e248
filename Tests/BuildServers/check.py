"""Does what build servers do with our files, and looks at what comes of it.

Usage: check.py COMMAND FOLDER, where COMMAND is a release build of 'usecase' and FOLDER is empty.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

from servers import ActionRun, gitlab_documents, gitlab_filled, run_gitlab_job

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COMMAND, FOLDER = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
VALIDATOR = str(pathlib.Path(sys.executable).parent / "check-jsonschema")
BROKEN = "actor Reader\nusecase Borrow {\n    status draft\n    actor Raeder\n}\n"
checked = 0


def expect(condition: bool, message: str) -> None:
    global checked
    checked += 1
    if not condition:
        sys.exit(f"Tests/BuildServers: {message}")


def workspace(name: str, files: dict[str, str] | None = None) -> pathlib.Path:
    """A repository; a model to begin with, unless there are files."""
    path = FOLDER / name
    path.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", path], check=True)
    if files is None:
        usecase(path, "init", "-q")
    for file, text in (files or {}).items():
        (path / file).parent.mkdir(parents=True, exist_ok=True)
        (path / file).write_text(text)
    return path


def usecase(path: pathlib.Path, *arguments: str) -> str:
    return subprocess.run([COMMAND, *arguments], cwd=path, text=True, stdout=subprocess.PIPE).stdout


# Schemas


def validate(text: str, schema: str, name: str) -> None:
    file = FOLDER / "validated.yml"
    file.write_text(text)
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    result = subprocess.run(
        [VALIDATOR, "--builtin-schema", f"vendor.{schema}", *transform, file],
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    expect(result.returncode == 0, f"{name}:\n{result.stdout}")


def listings(page: str) -> list[tuple[str, str]]:
    """What a page shows as a file: its path and its text."""
    return re.findall(r"^```yaml (\S+)\n(.*?)^```$", (ROOT / page).read_text(), re.MULTILINE | re.DOTALL)


def check_schemas() -> None:
    validate((ROOT / "action.yml").read_text(), "github-actions", "action.yml")
    template = (ROOT / ".ci/gitlab.yml").read_text()
    header, _ = gitlab_documents(template)
    validate(header, "gitlab-ci", "the header of .ci/gitlab.yml")
    validate(gitlab_filled(template, {}), "gitlab-ci", ".ci/gitlab.yml")
    shown = [("docs/ci.md", file, text) for file, text in listings("docs/ci.md")]
    expect(len(shown) > 4, "docs/ci.md shows files")
    for server, file in (("github", ".github/workflows/usecase.yml"), ("gitlab", ".gitlab-ci.yml")):
        path = workspace(f"init-{server}", {})
        usecase(path, "init", "models/it's", "-q", "--ci", server)
        shown.append(("usecase init", file, (path / file).read_text()))
    for source, file, text in shown:
        schema = "github-workflows" if file.startswith(".github/") else "gitlab-ci"
        validate(text, schema, f"{source}: {file}")
        check_inputs(yaml.safe_load(text), source)
    expect(yaml.safe_load(shown[-1][2])["include"][0]["inputs"]["model"] == "models/it's", shown[-1][2])


def check_inputs(definition: dict, source: str) -> None:
    """What is given to the action and the template is what they take."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    uses = 0
    for job in definition.get("jobs", {}).values():
        for step in job["steps"]:
            if re.fullmatch(r"OWNER/usecase@main|\./\.usecase-compiler", step.get("uses", "")):
                uses += 1
                expect(set(step.get("with", {})) <= set(action), f"{source}: {step}")
    for include in definition.get("include", []):
        uses += 1
        expect((ROOT / include["file"].lstrip("/")).is_file(), f"{source}: {include}")
        gitlab_filled((ROOT / ".ci/gitlab.yml").read_text(), include["inputs"])
    expect(uses == 1, f"{source} makes use of us")


# GitHub


def act(path: pathlib.Path, cached: bool = True, **inputs: str) -> ActionRun:
    home = FOLDER / "home"
    cache = home / ".cache/usecase-action"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    if cached:
        cache.mkdir(parents=True)
        shutil.copy(COMMAND, cache / "usecase")
    return ActionRun(ROOT, path, home, **{name.replace("_", "-"): value for name, value in inputs.items()}).run(cached)


def check_action() -> None:
    clean = workspace("clean")
    run = act(clean, cached=False, site="the site")
    expect(run.code == 0, f"a clean model passes:\n{run.log}")
    expect("no findings in 2 files" in run.log, run.log)
    expect(re.fullmatch(r"usecase-[0-9a-f]{32}", run.context["steps.compiler.outputs.key"]) is not None, "a key")
    expect(run.path == [str(run.home / ".cache/usecase-action")], f"later steps find the command: {run.path}")
    expect((pathlib.Path(run.path[0]) / "usecase").is_file(), "it was built")
    matcher = re.search("^::add-matcher::(.+)$", run.log, re.MULTILINE)
    expect(matcher is not None and pathlib.Path(matcher[1]).is_file(), f"the problem matcher is there:\n{run.log}")
    expect((clean / "the site/index.html").is_file(), "the site is built")
    expect(not (clean / ".usecase").exists(), "nothing else is written")

    broken = workspace("broken", {"a b/x.usecase": BROKEN, "a b/usecase.toml": "edition = 1\n", "c/y.usecase": BROKEN})
    run = act(broken, sarif="out.sarif")
    expect(run.code == 1, f"an error fails the job:\n{run.log}")
    expect("::error file=a b/x.usecase,line=4,endLine=4,col=11," in run.log, run.log)
    expect("::error file=c/y.usecase,line=4," in run.log, run.log)
    results = json.loads((broken / "out.sarif").read_text())["runs"]
    expect(sum(len(run["results"]) for run in results) == 2, "code scanning gets all findings")
    run = act(broken, paths="c\n\n", fail_on="never")
    expect(run.code == 0 and "file=c/y.usecase" in run.log and "a b" not in run.log, run.log)
    run = act(broken, paths="$(touch bad)\n`touch bad`\n; touch bad")
    expect(run.code == 2 and not (broken / "bad").exists(), f"inputs are no scripts:\n{run.log}")


# GitLab


def check_template() -> None:
    template = (ROOT / ".ci/gitlab.yml").read_text()
    revision = subprocess.run(
        ["git", "-C", ROOT, "rev-parse", "HEAD"], text=True, check=True, stdout=subprocess.PIPE).stdout.strip()
    for name, files, code in (("gitlab-clean", None, 0), ("gitlab-broken", {"a.usecase": BROKEN}, 1)):
        path = workspace(name, files)
        compiler = path / ".usecase-compiler" / revision
        compiler.mkdir(parents=True)
        shutil.copy(COMMAND, compiler / "usecase")
        job = yaml.safe_load(gitlab_filled(template, {"repository": str(ROOT), "revision": revision}))["usecase"]
        result = run_gitlab_job(job, path)
        expect(result.returncode == code, f"{name} gives {result.returncode}:\n{result.stdout}")
        report = json.loads((path / job["artifacts"]["reports"]["codequality"]).read_text())
        expect(bool(report) == bool(code), f"{name}: {report}")
        expect((path / job["artifacts"]["paths"][0] / "index.html").is_file() == (code == 0), f"{name}: the site")


# The problem matcher


def check_matcher() -> None:
    text = (ROOT / ".ci/problem-matcher.json").read_text()
    patterns = [(matcher.get("severity"), matcher["pattern"]) for matcher in json.loads(text)["problemMatcher"]]
    expect(all(len(pattern) == 1 for _, pattern in patterns), "each finding is one line")
    names = ["plain", "my model", "größe", "a: error: b", "x:1:2", "[odd] (one)", "-dash", "%0A::error::", "it's, \"this\""]
    # An error, warnings, infos, and a text that looks like the end of a line.
    model = BROKEN + """\
usecase Lend "Lend [a-rule]" {
    actor Reader
    flow {
        1. Reader asks
    }
}
usecase Keep "Keep: error: [b-c]" {
    actor Reader
}
"""
    path = workspace("matched", {f"{name}/m.usecase": model for name in names} | {
        f"{name}/usecase.toml": "edition = 1\n" for name in names})
    lines = usecase(path, "check", "--output-format", "concise").splitlines()
    findings = json.loads(usecase(path, "check", "--output-format", "json"))["findings"]
    expect(len(lines) == len(findings) > 3 * len(names), f"{len(lines)} lines, {len(findings)} findings")
    expect({finding["severity"] for finding in findings} == {"error", "warning", "info"}, "every severity")
    for line, finding in zip(lines, findings):
        matches = [found for severity, (pattern,) in patterns if (found := matched(severity, pattern, line))]
        expect(len(matches) == 1, f"{len(matches)} matchers take {line}")
        found, start = matches[0], finding["range"]["start"]
        expect(found["file"] == finding["file"], f"{found} in {line}")
        expect((int(found["line"]), int(found["column"])) == (start["line"], start["column"]), f"{found} in {line}")
        expect(found["severity"].replace("notice", "info") == finding["severity"], f"{found} in {line}")
        expect(found["code"] == finding["rule"], f"{found} in {line}")
        expect(re.sub(r" \((un)?(safely )?fixable\)$", "", found["message"]) == finding["message"], f"{found} in {line}")
    for line in ("no findings in 2 files", "… and 3 further findings, not shown", "error: there is no file 'a:1:2'"):
        expect(not any(matched(severity, pattern, line) for severity, (pattern,) in patterns), line)


def matched(severity: str | None, pattern: dict, line: str) -> dict[str, str] | None:
    match = re.search(pattern["regexp"], line)
    if match is None:
        return None
    found = {name: match[index] for name, index in pattern.items() if name != "regexp"}
    return {"severity": severity} | found


check_schemas()
check_matcher()
check_action()
check_template()
print(f"{checked} expectations hold")
