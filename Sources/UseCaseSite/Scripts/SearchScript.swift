extension Script {
  /// Search in a dialog: opened by `/`, steered by the arrows, misspelt words forgiven.
  static let search = #"""
    const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const wordsOf = text => plain(text).match(/[\p{L}\p{N}]+/gu) || [];

    // The least number of letters to change, drop, add or swap, as far as it is at most `most`, to
    // make `word` a beginning of `other`.
    const distance = (word, other, most) => {
      other = other.slice(0, word.length + most);
      let before = null, last = Array.from({ length: other.length + 1 }, (_, i) => i);
      for (let i = 1; i <= word.length; i++) {
        const row = [i];
        let best = i;
        for (let j = 1; j <= other.length; j++) {
          const same = word[i - 1] === other[j - 1];
          let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
          if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1])
            cost = Math.min(cost, before[j - 2] + 1);
          row.push(cost);
          if (cost < best) best = cost;
        }
        if (best > most) return most + 1;
        before = last;
        last = row;
      }
      return Math.min(...last);
    };

    // How well one asked word fits an entry; 0 for not at all.
    const fit = (word, entry) => {
      let best = 0;
      entry.names.forEach((name, place) => {
        if (name === word) best = Math.max(best, place === 0 ? 105 : 100);
        else if (name.startsWith(word)) best = Math.max(best, place === 0 ? 85 : 80);
      });
      if (best > 0) return best;
      if (entry.pairs.some(pair => pair.startsWith(word))) return 70;
      if (entry.key.includes(word)) return 60;
      if (entry.rest.some(other => other.startsWith(word))) return 40;
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      if (most > 0)
        for (const name of [...entry.names, ...entry.pairs]) {
          if (Math.abs(name.length - word.length) > most && name.length < word.length) continue;
          const far = distance(word, name, most);
          if (far <= most) best = Math.max(best, 30 - 8 * far);
        }
      return best;
    };

    let entries = null;
    const prepare = data => {
      entries = [];
      for (const kind of data) {
        const kinds = [plain(kind.key), plain(kind.one), plain(kind.many)];
        for (const [title, place, extra] of kind.list) {
          const address = place.startsWith("=") ? place.slice(1) : kind.start + place + ".html";
          // Many write as one word what stands in two: "checkout".
          const names = wordsOf(title);
          entries.push({
            title, address, kind: kind.one, kinds, extra: extra || "", names,
            pairs: names.slice(1).map((name, before) => names[before] + name),
            name: plain(title), key: plain(title + " " + place), rest: wordsOf(extra || ""),
          });
        }
      }
    };

    const find = query => {
      const wanted = /^\s*([\p{L}-]+)\s*:\s*(.*)$/us.exec(query);
      const named = wanted && plain(wanted[1]);
      const ofKind = entry => entry.kinds.some(kind => kind.replace(/ /g, "-").startsWith(named)
        || kind.replace(/[ -]/g, "").startsWith(named.replace(/-/g, "")));
      const filters = wanted && entries.some(ofKind);
      const text = plain(filters ? wanted[2] : query).trim();
      const asked = wordsOf(text);
      if (!filters && asked.length === 0) return [];
      const found = [];
      for (const entry of entries) {
        if (filters && !ofKind(entry)) continue;
        let score = 1;
        for (const word of asked) {
          const fits = fit(word, entry);
          if (fits === 0) { score = 0; break; }
          score += fits;
        }
        // Others may have the same words several times.
        if (score > 0 && entry.name === text) score += 1000;
        if (score > 0) found.push([score - entry.names.length / 100, entry]);
      }
      found.sort((one, two) => two[0] - one[0] || (one[1].title < two[1].title ? -1 : 1));
      return found.map(pair => pair[1]);
    };

    ready(() => {
      const link = document.querySelector(".search");
      if (!link || !window.HTMLDialogElement) return;
      const input = make("input", {
        type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "found",
        "aria-autocomplete": "list", "aria-label": words.search, placeholder: words.hint,
        autocomplete: "off", spellcheck: "false",
      });
      const list = make("ul", { id: "found", role: "listbox", "aria-label": words.search });
      const status = make("p", { role: "status" });
      const dialog = make("dialog", { class: "finder", "aria-label": words.search },
        input, status, list);
      document.body.append(dialog);
      let chosen = -1;

      const choose = place => {
        const options = list.children;
        if (options.length === 0) return;
        chosen = (place + options.length) % options.length;
        for (const option of options)
          option.setAttribute("aria-selected", String(option === options[chosen]));
        input.setAttribute("aria-activedescendant", options[chosen].id);
        options[chosen].scrollIntoView({ block: "nearest" });
      };
      const show = () => {
        if (!entries) return;
        const found = find(input.value);
        list.replaceChildren(...found.slice(0, 30).map((entry, place) => {
          const option = make("li", { role: "option", id: "found-" + place, "aria-selected": "false" },
            make("span", { class: "name" }, entry.title), " ",
            make("span", { class: "kind" }, entry.kind), " ",
            make("span", { class: "summary" }, entry.extra));
          option.dataset.address = entry.address;
          return option;
        }));
        input.setAttribute("aria-expanded", String(found.length > 0));
        input.removeAttribute("aria-activedescendant");
        chosen = -1;
        const asks = input.value.trim() !== "";
        status.textContent = !asks ? ""
          : found.length === 0 ? words.none : words.count.replace("{}", String(found.length));
        if (found.length > 0) choose(0);
      };
      const go = option => {
        dialog.close();
        location.assign(option.dataset.address);
      };
      const open = () => {
        if (dialog.open) return;
        dialog.showModal();
        input.select();
        if (entries) return show();
        window.usecaseSearch = data => { prepare(data); window.usecaseFind = find; show(); };
        document.head.append(make("script", { src: "assets/search.js" }));
      };
      input.addEventListener("input", show);
      input.addEventListener("keydown", event => {
        if (event.key === "ArrowDown") choose(chosen + 1);
        else if (event.key === "ArrowUp") choose(chosen - 1);
        else if (event.key === "Enter" && chosen >= 0) go(list.children[chosen]);
        else return;
        event.preventDefault();
      });
      list.addEventListener("click", event => {
        const option = event.target.closest("li");
        if (option) go(option);
      });
      dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
      link.addEventListener("click", event => { event.preventDefault(); open(); });
      link.append(make("kbd", { "aria-hidden": "true" }, "/"));
      document.addEventListener("keydown", event => {
        const writes = event.target.closest("input, textarea, select, [contenteditable]");
        if (event.key !== "/" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        open();
      });
    });

    """#
}
