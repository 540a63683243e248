/// The script that pages of the preview load: it follows builds, loads the page again when it has
/// changed, and shows the findings.
///
/// What it shows it sets as text, never as markup, and in a shadow tree: neither the styles of the
/// page nor its own reach the other.
enum PreviewScript {
  static let text = following + showing + starting

  /// Which page this is, and what is heard of it.
  private static let following = #"""
    "use strict";
    (() => {
    const page = location.pathname;
    const timing = performance.getEntriesByType("navigation")[0]?.serverTiming ?? [];
    let version = timing.find(entry => entry.name === "page")?.description;
    let source = null;
    let revision = null;

    const remembered = name => {
      try { return sessionStorage.getItem(name); } catch { return null; }
    };
    const remember = (name, value) => {
      try {
        if (value === null) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, value);
      } catch {}
    };

    const hear = message => {
      const { version: latest, build } = JSON.parse(message.data);
      const now = latest ?? "none";
      version ??= now;
      if (now !== version && remembered("usecase-preview-loaded") !== page + " " + now) {
        // Once for each version: a page that does not become it is not loaded again and again.
        remember("usecase-preview-loaded", page + " " + now);
        source.close();
        location.reload();
        return;
      }
      if (build) show(build);
    };

    // Browsers open few connections to a server: tabs that nobody looks at leave them to others.
    const follow = () => {
      source?.close();
      source = null;
      if (document.visibilityState !== "visible") return;
      source = new EventSource("/_preview/events?page=" + encodeURIComponent(page));
      source.onmessage = hear;
      source.onerror = lose;
    };

    """#

  /// The button in the corner and the panel that it opens.
  private static let showing = #"""
    const make = (name, properties = {}, ...children) => {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    };
    const host = make("aside", { hidden: true, ariaLabel: "Preview" });
    const root = host.attachShadow({ mode: "open" });
    const styles = make("link", { rel: "stylesheet", href: "/_preview/style.css" });
    const heading = make("h2", { id: "heading" });
    const remark = make("p", { className: "remark" });
    const list = make("div", { className: "list" });
    const closer = make("button", { type: "button", className: "closer", textContent: "Close" });
    const panel = make("section", { id: "panel", className: "panel", hidden: true },
      make("header", {}, heading, closer), remark, list);
    panel.setAttribute("aria-labelledby", "heading");
    const light = make("span", { className: "light", ariaHidden: "true" });
    const words = make("span");
    const opener = make("button", { type: "button", className: "opener" }, light, words);
    opener.setAttribute("aria-controls", "panel");
    opener.setAttribute("aria-expanded", "false");
    const voice = make("p", { className: "unseen", role: "status" });
    root.append(styles, panel, opener, voice);
    let isStyled = false;
    // Neither without its styles nor before there is something to say.
    const reveal = () => { if (isStyled && words.textContent) host.hidden = false; };
    styles.addEventListener("load", () => {
      isStyled = true;
      reveal();
    });

    const open = isOpen => {
      panel.hidden = !isOpen;
      opener.setAttribute("aria-expanded", String(isOpen));
    };
    // Closed while the model has errors, it stays so until they are mended; the next ones open it.
    const choose = isOpen => {
      remember("usecase-preview-panel",
        isOpen ? "open" : host.classList.contains("broken") ? "closed" : null);
      open(isOpen);
      (isOpen ? closer : opener).focus();
    };
    opener.addEventListener("click", () => choose(panel.hidden));
    closer.addEventListener("click", () => choose(false));
    panel.addEventListener("keydown", event => {
      if (event.key === "Escape") choose(false);
    });

    const capitalized = text => text.charAt(0).toUpperCase() + text.slice(1);
    const isHere = finding => finding.page
      && new URL(finding.page, new URL("/", location)).pathname === page;

    const entry = (finding, isOpen) => {
      const head = make("summary", {},
        make("span", { className: "severity", textContent: capitalized(finding.severity) }), " ",
        make("span", { className: "message", textContent: finding.message }), " ",
        make("code", { textContent: finding.location }));
      const details = make("details", { open: isOpen, className: finding.severity }, head);
      if (finding.details) {
        details.append(make("pre", { tabIndex: 0, textContent: finding.details }));
      }
      const foot = make("p", { className: "foot" });
      if (finding.rule) foot.append(make("code", { textContent: finding.rule }));
      if (finding.page && !isHere(finding)) {
        foot.append(make("a", { href: "/" + finding.page, textContent: "Show its page" }));
      }
      if (foot.childElementCount) details.append(foot);
      return make("li", {}, details);
    };

    const group = (title, findings, isOpen) => findings.length === 0 ? [] : [
      ...(title ? [make("h3", { textContent: title })] : []),
      make("ul", {}, ...findings.map((finding, index) => entry(finding, isOpen && index === 0))),
    ];

    const show = build => {
      if (build.revision === revision) return regain(build);
      const isFirst = revision === null;
      revision = build.revision;
      const worst = build.findings[0]?.severity ?? "none";
      host.className = build.isGood ? worst : "broken";
      heading.textContent = capitalized(build.summary);
      remark.textContent = build.isGood ? ""
        : build.showsEarlier
          ? "The model has errors. This is the site as it was before them."
          : "The model has errors. The site appears as soon as they are mended.";
      const here = build.findings.filter(isHere);
      const elsewhere = build.findings.filter(finding => !isHere(finding));
      const hidden = build.hidden > 0
        ? [make("p", { textContent: `… and ${build.hidden} more, which 'usecase check' shows` })]
        : [];
      list.replaceChildren(
        ...group("About this page", here, !build.isGood),
        ...group(here.length ? "Elsewhere" : "", elsewhere, !build.isGood && !here.length),
        ...hidden);
      const choice = remembered("usecase-preview-panel");
      if (build.isGood && choice === "closed") remember("usecase-preview-panel", null);
      open(choice === "open" || !build.isGood && choice !== "closed");
      regain(build);
      if (!isFirst || !build.isGood) voice.textContent = words.textContent;
    };

    """#

  /// What is said where the server is gone, and the start of it all.
  private static let starting = #"""
    const regain = build => {
      host.classList.remove("lost");
      words.textContent = capitalized(build.summary)
        + (build.showsEarlier ? " · last good version shown" : "");
      reveal();
    };
    const lose = () => {
      if (document.visibilityState !== "visible") return;
      host.hidden = false;
      host.classList.add("lost");
      words.textContent = "The preview has ended";
      voice.textContent = words.textContent;
    };

    document.body.append(host);
    document.addEventListener("visibilitychange", follow);
    addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
    addEventListener("pagehide", () => source?.close());
    follow();
    })();

    """#
}
