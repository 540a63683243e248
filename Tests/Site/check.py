"""Checks the pages of a site in a real browser; prints what is wrong and exits with 1."""

import pathlib
import re
import shutil
import sys
import urllib.parse

import axe_playwright_python
import html5lib
from playwright.sync_api import sync_playwright

AXE = pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1366, "height": 900}


def sample(pages):
    """One page of each kind, for what takes a second each: the first and the largest of a kind."""
    kinds = {}
    for page in pages:
        kinds.setdefault(page.name.split("-")[0], []).append(page)
    chosen = set()
    for group in kinds.values():
        chosen |= {group[0], max(group, key=lambda page: page.stat().st_size)}
    return sorted(chosen)


def check_html(page, problems):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page.read_text(encoding="utf-8"))
    for _, code, details in parser.errors[:3]:
        problems.append(f"{page.name}: HTML: {code} {details}")


def check_links(pages, problems):
    """Every relative address leads to a page and a place on it; ids stand once."""
    places = {}
    for page in pages:
        names = re.findall(r'\sid="([^"]*)"', page.read_text(encoding="utf-8"))
        for name in {name for name in names if names.count(name) > 1}:
            problems.append(f"{page.name}: '{name}' stands twice")
        places[page.name] = {name.replace("&#39;", "'") for name in names}
    for page in pages:
        for address in set(re.findall(r'\shref="([^"]*)"', page.read_text(encoding="utf-8"))):
            if re.match(r"(https?|mailto):", address):
                continue
            name, _, place = urllib.parse.unquote(address).partition("#")
            if name.startswith("assets/"):
                found = (page.parent / name).is_file()
            else:
                target = places.get(name or page.name)
                found = target is not None and (not place or place in target)
            if not found:
                problems.append(f"{page.name}: '{address}' leads nowhere")


def check_accessibility(tab, page, scheme, problems):
    result = tab.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", RULES)
    for violation in result["violations"]:
        node = violation["nodes"][0]
        where = " ".join(str(part) for part in node["target"])
        problems.append(
            f"{page.name} ({scheme}): {violation['id']}: {violation['help']} at {where}")


def check_width(tab, page, problems):
    wide = tab.evaluate("document.documentElement.scrollWidth")
    if wide > PHONE["width"]:
        problems.append(f"{page.name}: {wide} px wide on a phone of {PHONE['width']} px")


def main(folder):
    pages = sorted(pathlib.Path(folder).resolve().glob("*.html"))
    chosen = sample(pages)
    problems = []
    check_links(pages, problems)
    for page in pages:
        check_html(page, problems)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=["--no-sandbox"])
        for scheme in ["light", "dark"]:
            # The policy of the pages forbids scripts; axe is let in by the browser itself.
            context = browser.new_context(viewport=DESK, color_scheme=scheme, bypass_csp=True)
            tab = context.new_page()
            for page in chosen:
                tab.goto(page.as_uri())
                tab.add_script_tag(path=AXE)
                check_accessibility(tab, page, scheme, problems)
            context.close()
        context = browser.new_context(viewport=PHONE)
        tab = context.new_page()
        tab.on("console", lambda message: problems.append(f"console: {message.text}"))
        tab.on("request", lambda request: None if request.url.startswith("file:")
               else problems.append(f"request: {request.url}"))
        for page in pages:
            tab.goto(page.as_uri())
            check_width(tab, page, problems)
        browser.close()
    for problem in problems:
        print(problem)
    print(f"{len(pages)} pages, {len(chosen)} of them with axe: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
