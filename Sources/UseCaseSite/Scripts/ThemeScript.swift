extension Script {
  /// Auto, light, dark: applied before the page is shown, kept where the browser allows it.
  static let theme = #"""
    const root = document.documentElement;
    const themes = ["auto", "light", "dark"];
    let theme = "auto";
    try { theme = localStorage.getItem("theme") || "auto"; } catch { /* not kept */ }
    const applyTheme = () => {
      if (theme === "light" || theme === "dark") root.dataset.theme = theme;
      else delete root.dataset.theme;
    };
    applyTheme();
    root.dataset.script = "on";

    const make = (name, attributes = {}, ...children) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...children);
      return element;
    };
    const button = (label, text, act) => {
      const made = make("button", { type: "button", "aria-label": label, title: label }, text);
      made.addEventListener("click", act);
      return made;
    };
    const ready = act => document.readyState === "loading"
      ? document.addEventListener("DOMContentLoaded", act) : act();

    ready(() => {
      const bar = document.querySelector(".tools");
      if (!bar) return;
      const shown = () => words.theme + ": " + words[theme];
      const control = button(shown(), "", () => {
        theme = themes[(themes.indexOf(theme) + 1) % themes.length];
        try { localStorage.setItem("theme", theme); } catch { /* not kept */ }
        applyTheme();
        show();
      });
      control.className = "theme";
      const show = () => {
        control.setAttribute("aria-label", shown());
        control.title = shown();
        control.dataset.value = theme;
        control.textContent = words[theme];
      };
      show();
      bar.append(control);
    });

    """#
}
