"""Follows a model in a real browser while it is written; prints what is wrong and exits with 1."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import axe_playwright_python
from playwright.sync_api import sync_playwright

AXE = pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FELLMARK = pathlib.Path(__file__).resolve().parents[2] / "examples" / "fellmark"
problems = []
is_probing = False


def hear(message):
    """What the browser complains of, but for styles that axe tries in vain and pages that are gone."""
    if not is_probing and "404 (Not Found)" not in message.text:
        problems.append(f"console: {message.text}")


def expect(is_so, what):
    if not is_so:
        problems.append(what)


def save(file, text, by_renaming=False):
    """As editors do: into the file itself, or beside it and renamed."""
    if not by_renaming:
        file.write_text(text, encoding="utf-8")
        return
    beside = file.with_name("." + file.name + ".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)


def check_accessibility(tab, what):
    global is_probing
    is_probing = True
    tab.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    result = tab.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", RULES)
    for violation in result["violations"]:
        problems.append(f"{what}: {violation['id']}: {violation['nodes'][0]['target']}")
    is_probing = False


def measure(tab, file, text, rounds):
    """Milliseconds from a save to the new page, the shortest of some rounds."""
    best = float("inf")
    for turn in range(rounds):
        title = f"Fellmark {turn}"
        start = time.perf_counter()
        save(file, text.replace('"Fellmark Outdoor"', f'"{title}"'), by_renaming=turn % 2 == 1)
        tab.wait_for_function("title => document.title === title", arg=title, polling=5)
        best = min(best, time.perf_counter() - start)
    return best * 1000


def follow(browser, address, folder, scheme):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1366, "height": 900})
    tab = context.new_page()
    tab.on("console", hear)
    tab.on("request", lambda request: None if request.url.startswith(address)
           else problems.append(f"request: {request.url}"))
    actors = folder / "actors.usecase"
    text = actors.read_text(encoding="utf-8")
    opener, panel = tab.locator(".opener"), tab.locator("#panel")

    tab.goto(address)
    opener.wait_for()
    expect(opener.inner_text() == "No findings in 14 files", f"clean: {opener.inner_text()}")
    expect(not panel.is_visible(), "the panel is open where nothing is wrong")

    save(actors, text + '\nactor Nobody "Nobody <img src=x onerror=alert(1)>"\n', by_renaming=True)
    opener.filter(has_text="1 warning").wait_for()
    opener.click()
    panel.wait_for()
    expect("<img src=x" in panel.inner_text(), "names are shown as they are")
    expect("actor-without-usecase" in panel.text_content(), "the rule is named")
    check_accessibility(tab, f"panel, {scheme}")
    tab.keyboard.press("Escape")
    expect(not panel.is_visible(), "Escape closes the panel")

    save(actors, text + "\nactor {\n")
    tab.locator(".remark").filter(has_text="as it was before").wait_for()
    expect("last good version" in opener.inner_text(), "a broken model is told")
    expect(tab.locator("h1").inner_text() == "Fellmark Outdoor", "the last good page stays")
    check_accessibility(tab, f"broken, {scheme}")

    save(actors, text)
    opener.filter(has_text="No findings").wait_for()
    expect(not panel.is_visible(), "what opened with the errors closes with them")

    extra = folder / "extra.usecase"
    save(extra, "actor Passer\n")
    opener.filter(has_text="1 warning").wait_for()
    tab.goto(address + "actor-Passer.html")
    opener.wait_for()
    extra.unlink()
    tab.locator("h1").filter(has_text="There is no such page").wait_for()
    context.close()


def main(command):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "fellmark"
        shutil.copytree(FELLMARK, folder)
        server = subprocess.Popen(
            [command, "serve", folder, "--port", "0", "--today", "2026-10-01"],
            stdout=subprocess.PIPE, text=True)
        try:
            address = server.stdout.readline().strip()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
                    args=["--no-sandbox"])
                for scheme in ["light", "dark"]:
                    follow(browser, address, folder, scheme)
                tab = browser.new_page()
                tab.goto(address)
                file = folder / "model.usecase"
                took = measure(tab, file, file.read_text(encoding="utf-8"), 10)
                print(f"a save reaches the browser in {took:.0f} ms")
                # The title comes early: a page that is still loading has nobody to say that all is over.
                tab.locator(".opener").wait_for()
                server.send_signal(signal.SIGINT)
                tab.locator(".opener").filter(has_text="The preview has ended").wait_for()
                browser.close()
            expect(server.wait(5) == -signal.SIGINT, "Ctrl-C ends it")
        finally:
            server.kill()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
