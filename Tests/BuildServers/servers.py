"""What the build servers do with a file, as far as our files make use of it."""

import os
import pathlib
import re
import subprocess

import yaml

EXPRESSION = re.compile(r"\$\{\{ *([a-z-]+(?:\.[A-Za-z-]+)*) *\}\}")


class Finished:
    """What came of a script: its exit code, what it printed, and what it told the server."""

    def __init__(self, result: subprocess.CompletedProcess, outputs: dict[str, str]):
        self.code, self.text, self.outputs = result.returncode, result.stdout, outputs


class ActionRun:
    """The steps of a composite action, run one after the other as GitHub's runner does."""

    def __init__(self, action: pathlib.Path, workspace: pathlib.Path, home: pathlib.Path, **inputs: str):
        self.action, self.workspace, self.home = action, workspace, home
        self.definition = yaml.safe_load((action / "action.yml").read_text())
        unknown = set(inputs) - set(self.definition["inputs"])
        assert not unknown, f"the action has no input {unknown}"
        self.context = {f"inputs.{name}": value["default"] for name, value in self.definition["inputs"].items()}
        self.context |= {f"inputs.{name}": value for name, value in inputs.items()}
        self.path, self.log, self.code = [], "", 0

    def run(self, cached: bool) -> "ActionRun":
        self.context["steps.cache.outputs.cache-hit"] = str(cached).lower()
        for step in self.definition["runs"]["steps"]:
            if "run" not in step or not self.applies(step.get("if", "true")):
                continue
            finished = self.script(step)
            self.log += finished.text
            for name, value in finished.outputs.items():
                self.context[f"steps.{step['id']}.outputs.{name}"] = value
            if finished.code != 0:
                self.code = finished.code
                return self
        return self

    def applies(self, condition: str) -> bool:
        """Conditions of the form A == 'b' and A != 'b'."""
        if condition == "true":
            return True
        name, operator, value = re.fullmatch(r"(\S+) (==|!=) '(.*)'", condition).groups()
        return (self.context.get(name, "") == value) == (operator == "==")

    def filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda match: self.context[match[1]], text)

    def script(self, step: dict) -> Finished:
        files = {name: self.home / name for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        for file in files.values():
            file.write_text("")
        environment = {
            "PATH": os.pathsep.join(self.path + [os.environ["PATH"]]), "HOME": str(self.home),
            "GITHUB_ACTION_PATH": str(self.action), "GITHUB_WORKSPACE": str(self.workspace),
        }
        environment |= {name: str(file) for name, file in files.items()}
        environment |= {name: self.filled(value) for name, value in step.get("env", {}).items()}
        assert step["shell"] == "bash" and "${{" not in step["run"], f"an expression in a script: {step}"
        result = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self.path += files["GITHUB_PATH"].read_text().split()
        lines = files["GITHUB_OUTPUT"].read_text().splitlines()
        return Finished(result, dict(line.split("=", 1) for line in lines))


def gitlab_documents(text: str) -> list[str]:
    """The header of a template, if it has one, and the template itself."""
    return text.split("\n---\n")


def gitlab_filled(template: str, inputs: dict[str, str]) -> str:
    """A template of GitLab with its inputs in their places."""
    header, body = gitlab_documents(template)
    known = yaml.safe_load(header)["spec"]["inputs"]
    unknown = set(inputs) - set(known)
    assert not unknown, f"the template has no input {unknown}"
    values = {name: value["default"] for name, value in known.items()} | inputs
    return re.sub(r"\$\[\[ inputs\.([a-z-]+) \]\]", lambda match: quoted(values[match[1]]), body)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if text == "" else text


def run_gitlab_job(job: dict, workspace: pathlib.Path, **variables: str) -> subprocess.CompletedProcess:
    """A job's scripts, which GitLab runs in one shell that stops at the first failure."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(workspace)}
    environment |= {name: str(value or "") for name, value in job["variables"].items()} | variables
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(job["before_script"] + job["script"])],
        cwd=workspace, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
