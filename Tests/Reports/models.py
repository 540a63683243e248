"""The models that reports are made of: without findings, with many, and with hostile names."""

import pathlib
import shutil

CLEAN = "actor Reader\nusecase Read {\n    actor Reader\n    status draft\n}\n"

# What the formats give a meaning: of XML, JSON, workflow commands, URIs, SARIF messages.
HOSTILE = [
    "100%0A::error::x",
    "a,b:c=d;e",
    "<script>&amp;]]><!--",
    "it's [a link](https://example.org) {0} {{1}}",
    "é e\u0301 \U0001f469\u200d\U0001f680 \u9867\u5ba2",
    "bidi \u202e\u2066 and \ufeff and \u2028 end",
    "back\\\\slash and \\\"quotes\\\"",
]


def hostile(title: str, number: int) -> str:
    """Findings that name a title, stand behind it on its line, and can be fixed."""
    return (
        f'actor A{number} "{title}"\n'
        f'usecase U{number} "{title}" {{ actor Nobody{number}; priority msut }}\n'
    ).replace("; ", "\n  ")


def write(folder: pathlib.Path, fixtures: pathlib.Path) -> list[str]:
    """The names of the models below the folder."""

    def put(path: str, text: str) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    put("clean/usecase.toml", "edition = 1\n")
    put("clean/a.usecase", CLEAN)
    put("hostile/usecase.toml", "edition = 1\n")
    names = ["a%b", "a,b:c", "'quotes\" & <tags>", "e\u0301 \u9867 \U0001f680", "[x](y) {0}"]
    for number, title in enumerate(HOSTILE):
        put(f"hostile/{names[number % len(names)]} {number}.usecase", hostile(title, number))
    ends = "\r\n".join(hostile(HOSTILE[4], 90).split("\n"))
    put("hostile/returns.usecase", ends)
    put("hostile/mark.usecase", "\ufeff" + hostile(HOSTILE[4], 91).replace("\n", "\r"))
    put("hostile/broken.usecase", 'actor B "é\U0001f680" {\n')
    for file in sorted(fixtures.glob("*.usecase")):
        name = file.name.split(".")[0]
        if not file.name.endswith(".fixed.usecase"):
            put(f"rules/{name}/usecase.toml", "edition = 1\n")
            shutil.copy(file, folder / "rules" / name / file.name)
    rules = sorted(f"rules/{path.name}" for path in (folder / "rules").iterdir())
    return ["clean", "hostile", *rules]
