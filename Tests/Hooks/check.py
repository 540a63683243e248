"""Commits to scratch repositories with the hooks of this one, and looks at what comes of it.

Usage: check.py [--install] FOLDER, where FOLDER is empty; 'usecase' is in PATH, unless pre-commit is
to build it by itself.
"""

import os
import pathlib
import resource
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PRE_COMMIT = str(pathlib.Path(sys.executable).parent / "pre-commit")
LIMIT = 0.1
ACTORS = "actor Reader\n"
SERVICE = """\
system Library {
    usecase Borrow "Borrow a book" {
        status draft
        actor Reader
    }
}
"""
checked = 0


def expect(condition: bool, message: str) -> None:
    global checked
    checked += 1
    if not condition:
        sys.exit(f"Tests/Hooks: {message}")


class Repository:
    """A scratch repository of git."""

    def __init__(self, path: pathlib.Path, environment: dict[str, str]):
        self.path, self.environment = path, environment
        path.mkdir(parents=True)
        self.run("git", "init", "-q", "-b", "main")

    def run(self, *command: str, code: int | None = 0) -> str:
        result = subprocess.run(
            command, cwd=self.path, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        if code is not None:
            expect(result.returncode == code, f"{command} gave {result.returncode}:\n{result.stdout}")
        return result.stdout

    def write(self, file: str, text: str) -> None:
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(text)

    def read(self, file: str) -> str:
        return (self.path / file).read_text()

    def stage(self, file: str, text: str) -> None:
        self.write(file, text)
        self.run("git", "add", file)

    def commit(self, passes: bool) -> str:
        before = self.head()
        text = self.run("git", "commit", "-q", "-m", "A change", code=None)
        expect((self.head() != before) == passes, f"a commit should {'' if passes else 'not '}pass:\n{text}")
        return text

    def head(self) -> str:
        return self.run("git", "rev-parse", "-q", "--verify", "HEAD", code=None)

    def use(self, source: str, revision: str, hooks: list[str]) -> None:
        """Installs some hooks of a repository and commits that."""
        lines = [f"repos:\n  - repo: {source}\n    rev: {revision}\n    hooks:\n"]
        lines += [f"      - id: {hook}\n" for hook in hooks]
        self.stage(".pre-commit-config.yaml", "".join(lines))
        self.run(PRE_COMMIT, "install")
        self.commit(passes=True)


def published(folder: pathlib.Path, environment: dict[str, str]) -> tuple[str, str]:
    """A repository with this one's hooks as they are now, and hooks that do nothing in their place."""
    repository = Repository(folder / "hooks", environment)
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    for command in ("check", "format"):
        text += f"""
- id: nothing-{command}
  name: nothing
  language: system
  entry: "true"
  pass_filenames: {str(command == "format").lower()}
  files: \\.usecase$
"""
    repository.stage(".pre-commit-hooks.yaml", text)
    repository.commit(passes=True)
    return str(repository.path), repository.head().strip()


def check_commits(repository: Repository) -> None:
    """What a team sees, in the order in which it happens to them."""
    for model in ("shop", "service/desk"):
        repository.stage(f"{model}/usecase.toml", "edition = 1\n")
        repository.stage(f"{model}/actors.usecase", ACTORS)
        repository.stage(f"{model}/service.usecase", SERVICE)
    repository.stage("readme.md", "Two models.\n")
    text = repository.commit(passes=True)
    expect(text.count("Passed") == 2, f"both hooks pass:\n{text}")

    # A staged file makes a gap in an unchanged one, in the second of two models.
    repository.stage("service/desk/actors.usecase", "actor Visitor\n")
    text = repository.commit(passes=False)
    expect("service/desk/service.usecase:4:15" in text, f"the unchanged file is named:\n{text}")
    expect("error[unknown-reference]" in text, f"the finding is shown:\n{text}")
    expect("shop/" not in text, f"the other model has no findings:\n{text}")

    # What is not staged neither saves nor spoils a commit, and stays as it is.
    mended = SERVICE.replace("Reader", "Visitor")
    repository.write("service/desk/service.usecase", mended)
    repository.commit(passes=False)
    expect(repository.read("service/desk/service.usecase") == mended, "unstaged work is kept")
    repository.stage("service/desk/service.usecase", mended)
    unstaged = "actor   Somebody {\n"
    repository.write("shop/actors.usecase", unstaged)
    repository.commit(passes=True)
    expect(repository.read("shop/actors.usecase") == unstaged, "unstaged work is kept")
    expect(repository.run("git", "show", "HEAD:shop/actors.usecase") == ACTORS, "it is not committed")

    # A staged file is laid out; the commit waits for somebody to stage that.
    repository.stage("service/desk/actors.usecase", "actor    Visitor\n")
    text = repository.commit(passes=False)
    expect("files were modified by this hook" in text, f"the file is laid out:\n{text}")
    expect(repository.read("service/desk/actors.usecase") == "actor Visitor\n", "it is laid out")
    expect(repository.read("shop/actors.usecase") == unstaged, "the unstaged file is not")
    expect(repository.run("git", "diff", "--cached", "--name-only") != "", "what was staged stays staged")
    repository.stage("service/desk/actors.usecase", "/// At the desk.\nactor Visitor\n")
    repository.commit(passes=True)

    # Settings are checked, and other files are none of the hooks' business.
    repository.stage("shop/usecase.toml", "edtion = 1\n")
    text = repository.commit(passes=False)
    expect("did you mean 'edition'?" in text, f"the settings are read:\n{text}")
    repository.stage("shop/usecase.toml", "edition = 1\n")
    repository.stage("readme.md", "Two models, and no more.\n")
    text = repository.commit(passes=True)
    expect(text.count("Skipped") == 2, f"both hooks are skipped:\n{text}")
    expect(repository.read("shop/actors.usecase") == unstaged, "unstaged work is kept")


def check_beginning(repository: Repository) -> None:
    """What 'usecase init' writes is what pre-commit reads."""
    repository.run("usecase", "init", "models/shop", "--hooks")
    repository.run(PRE_COMMIT, "validate-config")
    repository.run(PRE_COMMIT, "install")
    repository.run("git", "add", ".")
    text = repository.commit(passes=True)
    expect(text.count("Passed") == 2, f"both hooks pass:\n{text}")
    repository.stage("models/shop/journey.usecase", "actor Customer\n")
    expect("error[" in repository.commit(passes=False), "the hooks find what is wrong")


def seconds(repository: Repository, config: str) -> tuple[float, float]:
    """Seconds on the clock, and of the processor in all processes, which what else the machine does hardly changes."""

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    start, before = time.perf_counter(), spent()
    repository.run(PRE_COMMIT, "run", "--config", config, "--all-files")
    return time.perf_counter() - start, spent() - before


def measure(repository: Repository, source: str, revision: str) -> None:
    """How much more time pre-commit takes with the hooks than without, in the least noisy run."""
    shutil.copytree(ROOT / "examples" / "fellmark", repository.path / "model")
    # On any day its review is in order.
    settings = repository.read("model/usecase.toml") + '\n[check]\nfail-on = "error"\n'
    repository.write("model/usecase.toml", settings)
    repository.run("git", "add", ".")
    head = f"repos:\n  - repo: {source}\n    rev: {revision}\n    hooks:\n"
    configs = {
        "usecase": head + "      - id: usecase-check-system\n      - id: usecase-format-system\n",
        "nothing": head + "      - id: nothing-check\n      - id: nothing-format\n",
        "none": "repos: []\n",
    }
    for name, text in configs.items():
        (repository.path.parent / name).write_text(text)
    runs = {name: [] for name in configs}
    for _ in range(12):
        for name in configs:
            runs[name].append(seconds(repository, f"../{name}"))
    for index, kind in enumerate(("on the clock", "of the processor")):
        best = {name: min(run[index] for run in runs[name]) * 1000 for name in configs}
        added = best["usecase"] - best["nothing"]
        print(f"milliseconds {kind}: pre-commit without hooks {best['none']:.0f}, with two that do nothing "
              f"{best['nothing']:.0f}, with check and format of the flagship example {best['usecase']:.0f}: "
              f"{added:.0f} more")
    # The clock is for reports; on a busy machine only the time of the processor says something.
    expect(added < LIMIT * 1000, f"the hooks take more than {LIMIT * 1000:.0f} ms")


def keep_way_to_packages(folder: pathlib.Path) -> None:
    """Of the settings of git on this machine, keeps those that say where repositories are fetched from."""
    settings = subprocess.run(
        ["git", "config", "--null", "--get-regexp", r"^(url|http)\."], text=True, stdout=subprocess.PIPE,
    ).stdout
    for name, value in (setting.split("\n", 1) for setting in settings.split("\0") if "\n" in setting):
        subprocess.run(["git", "config", "--file", folder / "gitconfig", "--add", name, value], check=True)


def main() -> None:
    installs = sys.argv[1] == "--install"
    folder = pathlib.Path(sys.argv[-1]).resolve()
    keep_way_to_packages(folder)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "PRE_COMMIT_HOME": str(folder / "cache"),
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"), "LC_ALL": "C.UTF-8",
    }
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "A. Tester", f"GIT_{role}_EMAIL": "tester@example.org"}
    repository = Repository(folder / "work", environment)
    if installs:
        revision = repository.run("git", "-C", str(ROOT), "rev-parse", "HEAD").strip()
        start = time.perf_counter()
        repository.use(str(ROOT), revision, ["usecase-check", "usecase-format"])
        repository.run(PRE_COMMIT, "install-hooks")
        print(f"installed in {time.perf_counter() - start:.0f} s")
        check_commits(repository)
    else:
        source, revision = published(folder, environment)
        repository.use(source, revision, ["usecase-check-system", "usecase-format-system"])
        check_commits(repository)
        check_beginning(Repository(folder / "beginning", environment))
        measure(Repository(folder / "measured", environment), source, revision)
    print(f"{checked} expectations hold")


main()
