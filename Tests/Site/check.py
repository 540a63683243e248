"""Checks the pages of a site in a real browser; prints what is wrong and exits with 1."""

import functools
import http.server
import pathlib
import re
import shutil
import sys
import threading
import urllib.parse

import axe_playwright_python
import html5lib
from playwright.sync_api import Error as playwright_error
from playwright.sync_api import sync_playwright

AXE = pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = [320, 1280]
# The links and the size of every page are checked. Where there are more pages than this, those that
# are read as HTML and opened in the browser are a sample: the first and the largest of each kind,
# and every so many of the rest.
OPENED = 160
PAGE_LIMIT = 100_000
SEARCH_LIMIT = 200_000
# Elements asked for in the search dialog; all of them are asked for in the search itself.
TYPED = 12
# How many of those that are found the search shows.
SHOWN = 30


def sample(pages):
    """One page of each kind, for what takes a second each: the first and the largest of a kind."""
    kinds = {}
    for page in pages:
        kinds.setdefault(re.split(r"[-.]", page.name)[0], []).append(page)
    chosen = set()
    for group in kinds.values():
        chosen |= {group[0], max(group, key=lambda page: page.stat().st_size)}
    return sorted(chosen - {page for page in chosen if page.name == "whole.html"})


def opened(pages):
    step = max(1, len(pages) // OPENED)
    return sorted(set(sample(pages)) | set(pages[::step]))


def check_html(page, problems):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page.read_text(encoding="utf-8"))
    for _, code, details in parser.errors[:3]:
        problems.append(f"{page.name}: HTML: {code} {details}")


def check_size(page, problems):
    text = page.read_text(encoding="utf-8")
    bare = re.sub(r'<svg [^>]*class="uc-picture.*?</svg>', "", text, flags=re.S)
    if page.name != "whole.html" and len(bare.encode()) > PAGE_LIMIT:
        problems.append(f"{page.name}: {len(bare.encode())} bytes without its pictures")


def unescaped(text):
    for entity, letter in [("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"')]:
        text = text.replace(entity, letter)
    return text.replace("&amp;", "&")


def check_links(pages, problems):
    """Every relative address leads to a page and a place on it; ids stand once."""
    places, addresses = {}, {}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        names = re.findall(r'\sid="([^"]*)"', text)
        seen = set()
        for name in names:
            if name in seen:
                problems.append(f"{page.name}: '{name}' stands twice")
            seen.add(name)
        places[page.name] = {unescaped(name) for name in names}
        addresses[page.name] = set(re.findall(r'\s(?:href|src)="([^"]*)"', text))
    for page in pages:
        for address in addresses[page.name]:
            if re.match(r"(https?|mailto):", address):
                continue
            name, _, place = urllib.parse.unquote(address).partition("#")
            if name.startswith(("assets/", "images/")):
                found = (page.parent / name).is_file()
            else:
                target = places.get(name or page.name)
                found = target is not None and (not place or place in target)
            if not found:
                problems.append(f"{page.name}: '{address}' leads nowhere")


def check_accessibility(tab, page, setting, problems):
    result = tab.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", RULES)
    for violation in result["violations"]:
        node = violation["nodes"][0]
        where = " ".join(str(part) for part in node["target"])
        problems.append(
            f"{page.name} ({setting}): {violation['id']}: {violation['help']} at {where}")


def check_width(tab, page, width, problems):
    wide = tab.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        problems.append(f"{page.name}: {wide} px wide in a window of {width} px")


MAP = """() => {
  const found = [], map = document.querySelector('.map');
  if (!map) return found;
  const heads = [...map.querySelectorAll('.touchpoints th')].map(e => e.getBoundingClientRect());
  const near = (a, b, what) => {
    if (Math.abs(a - b) > 0.75) found.push(what + ': ' + a.toFixed(1) + ' and ' + b.toFixed(1));
  };
  for (const row of map.querySelectorAll('tbody tr:not(.across)'))
    [...row.querySelectorAll('td')].forEach((cell, i) => {
      const box = cell.getBoundingClientRect();
      near(box.left, heads[i].left, 'left edge of column ' + i);
      near(box.right, heads[i].right, 'right edge of column ' + i);
    });
  const ends = [];
  map.querySelectorAll('.lane-feelings td').forEach((cell, i) => {
    const dot = cell.querySelector('circle'), path = cell.querySelector('path');
    if (dot && path) {
      const box = dot.getBoundingClientRect();
      near(box.left + box.width / 2, heads[i].left + heads[i].width / 2, 'middle of point ' + i);
      const length = path.getTotalLength(), shift = path.getScreenCTM();
      let least = Infinity;
      for (let at = 0; at <= 200; at++) {
        const spot = path.getPointAtLength(length * at / 200).matrixTransform(shift);
        least = Math.min(least, Math.hypot(spot.x - box.left - box.width / 2,
          spot.y - box.top - box.height / 2));
      }
      if (length > 0 && least > 2) found.push('point ' + i + ' is off the curve by ' + least);
    }
    if (path && path.getTotalLength() > 0) {
      const shift = path.getScreenCTM(), all = path.getTotalLength();
      ends.push([path.getPointAtLength(0).matrixTransform(shift),
        path.getPointAtLength(all).matrixTransform(shift)]);
    }
  });
  for (let i = 1; i < ends.length; i++) {
    near(ends[i - 1][1].x, ends[i][0].x, 'the curve across ' + i);
    near(ends[i - 1][1].y, ends[i][0].y, 'the height of the curve at ' + i);
  }
  const view = map.parentElement, head = map.querySelector('.stages th');
  view.scrollTo(200, 300);
  near(head.getBoundingClientRect().top, view.getBoundingClientRect().top + view.clientTop,
    'the heads of the stages while the lanes scroll');
  return found.slice(0, 5);
}"""


def check_search(browser, folder, problems):
    """The names of all elements are found by the search itself, some of them as a reader types."""
    script = (folder / "assets" / "search.js").read_text(encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.on("pageerror", lambda error: problems.append(f"script: {error}"))
    tab.goto((folder / "index.html").as_uri())
    # The index is read as the page reads it.
    table = context.new_page().evaluate(
        "text => { let all; const usecaseSearch = data => { all = data; }; eval(text); return all; }",
        script)
    entries = [(group["key"], entry[0], entry[1], group["start"])
               for group in table for entry in group["list"]]
    pages = {path.name for path in folder.glob("*.html")}
    for _, title, place, start in entries:
        address = place[1:] if place.startswith("=") else f"{start}{place}.html"
        if urllib.parse.unquote(address).partition("#")[0] not in pages:
            problems.append(f"search: '{title}' leads to '{address}'")
    limit = max(SEARCH_LIMIT, SEARCH_LIMIT * len(entries) / 1000)
    if len(script.encode()) > limit:
        problems.append(f"search: {len(script.encode())} bytes for {len(entries)} elements")
    tab.keyboard.press("/")
    tab.wait_for_selector(".finder[open]")
    tab.wait_for_function("window.usecaseFind !== undefined")
    lost = tab.evaluate(
        """wanted => wanted.filter(([kind, title, address]) =>
          /[\\p{L}\\p{N}]/u.test(title)
          && !window.usecaseFind(kind + ': ' + title).slice(0, 200)
            .some(entry => entry.title === title)).map(each => each[0] + ' ' + each[1])""",
        [list(entry[:3]) for entry in entries][:: max(1, len(entries) // 1500)])
    problems.extend(f"search: '{name}' is not found" for name in lost[:5])
    for kind, title, _, _ in entries[:: max(1, len(entries) // TYPED)]:
        words = re.findall(r"\w{6,}", title)
        if not words:
            continue
        misspelt = title.replace(words[0], words[0][:2] + words[0][3] + words[0][2] + words[0][4:])
        for query in [title, f"{kind}: {misspelt}"]:
            tab.fill(".finder input", query)
            found = tab.locator(".finder li .name").all_inner_texts()
            # A name is first for who types it; where many have its misspelt words, the list is full.
            if title not in found and (query == title or len(found) < SHOWN):
                problems.append(f"search: typing '{query}' does not find '{title}'")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowUp")
    before = tab.url
    tab.fill(".finder input", next(title for _, title, place, _ in entries if place[0] != "="))
    tab.keyboard.press("Enter")
    try:
        tab.wait_for_url(lambda url: url != before, timeout=5000)
    except playwright_error:
        problems.append("search: Enter does not lead to what was found")
    context.close()
    return len(entries)


def check_without_script(browser, folder, problems):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((folder / "index.html").as_uri())
    tab.click(".search")
    if not tab.url.endswith("a-z.html"):
        problems.append("without a script the search does not lead to the index")
    context.close()


def check_theme(browser, folder, problems):
    context = browser.new_context(color_scheme="light")
    tab = context.new_page()
    tab.goto((folder / "index.html").as_uri())
    ground = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(ground)
    tab.click(".theme")
    tab.click(".theme")
    if tab.evaluate(ground) == light:
        problems.append("the page does not turn dark when asked")
    tab.emulate_media(media="print")
    if tab.evaluate(ground) != "rgb(255, 255, 255)":
        problems.append("a page that was turned dark is not printed on white")
    context.close()


def serve(folder):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def watched(context, base, problems):
    """A tab whose requests, messages and errors are problems."""
    tab = context.new_page()
    tab.on("console", lambda message: problems.append(f"{tab.url}: console: {message.text}"))
    tab.on("pageerror", lambda error: problems.append(f"{tab.url}: script: {error}"))
    tab.on("dialog", lambda dialog: (problems.append(f"{tab.url}: a dialog"), dialog.dismiss()))
    tab.on("request", lambda request: None
           if request.url.startswith((base, "blob:")) or request.url.endswith("/favicon.ico")
           else problems.append(f"request: {request.url}"))
    return tab


def main(folder, *options):
    folder = pathlib.Path(folder).resolve()
    pages = sorted(folder.glob("*.html"))
    chosen, visited = sample(pages), opened(pages)
    problems = []
    check_links(pages, problems)
    for page in pages:
        check_size(page, problems)
    for page in visited:
        check_html(page, problems)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=["--no-sandbox"])
        for scheme in [] if "--without-axe" in options else ["light", "dark"]:
            for width in WIDTHS:
                # The policy of the pages forbids other scripts; axe is let in by the browser itself.
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
                tab = context.new_page()
                for page in chosen:
                    tab.goto(page.as_uri())
                    tab.add_script_tag(path=AXE)
                    check_accessibility(tab, page, f"{scheme}, {width} px", problems)
                context.close()
        context = browser.new_context(viewport={"width": 320, "height": 740})
        tab = watched(context, "file:", problems)
        for page in visited:
            tab.goto(page.as_uri())
            check_width(tab, page, 320, problems)
        context.close()
        server = serve(folder)
        base = f"http://127.0.0.1:{server.server_address[1]}/"
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        tab = watched(context, base, problems)
        for page in chosen:
            tab.goto(base + urllib.parse.quote(page.name))
            check_width(tab, page, 1280, problems)
            problems.extend(f"{page.name}: {line}" for line in tab.evaluate(MAP))
        context.close()
        server.shutdown()
        count = check_search(browser, folder, problems)
        check_without_script(browser, folder, problems)
        check_theme(browser, folder, problems)
        browser.close()
    for problem in problems[:60]:
        print(problem)
    print(f"{len(pages)} pages, {len(visited)} opened, {len(chosen)} of them with axe, "
          f"{count} names searched: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
