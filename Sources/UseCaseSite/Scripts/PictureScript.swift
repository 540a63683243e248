extension Script {
  /// Pictures grow and shrink, are pulled about, fill the screen and can be saved.
  static let pictures = #"""
    const saved = picture => {
      const copy = picture.cloneNode(true);
      for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
      copy.removeAttribute("style");
      const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
      style.textContent = words.pictureStyle;
      copy.insertBefore(style, copy.querySelector("g"));
      return new XMLSerializer().serializeToString(copy);
    };

    const equip = (figure, place) => {
      const view = figure.querySelector(".scroll");
      const picture = view && view.querySelector("svg");
      const caption = figure.querySelector("figcaption");
      if (!picture || !caption) return;
      const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
      let scale = 1;
      const zoom = wanted => {
        const old = scale;
        scale = Math.min(4, Math.max(0.1, wanted));
        const middle = [view.scrollLeft + view.clientWidth / 2, view.scrollTop + view.clientHeight / 2];
        picture.style.maxWidth = "none";
        picture.style.width = width * scale + "px";
        picture.style.height = height * scale + "px";
        view.scrollLeft = middle[0] * scale / old - view.clientWidth / 2;
        view.scrollTop = middle[1] * scale / old - view.clientHeight / 2;
      };
      const current = () => picture.getBoundingClientRect().width / width;
      const bar = make("span", { class: "picture-tools" },
        button(words.smaller, "−", () => { scale = current(); zoom(scale / 1.25); }),
        button(words.larger, "+", () => { scale = current(); zoom(scale * 1.25); }),
        button(words.fit, "⤢", () => zoom((view.clientWidth - 42) / width)));
      if (figure.requestFullscreen)
        bar.append(button(words.full, "⛶", () =>
          document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen()));
      bar.append(button(words.save, "SVG", () => {
        const address = URL.createObjectURL(new Blob([saved(picture)], { type: "image/svg+xml" }));
        // A picture's title is named after what it shows.
        const title = (picture.getAttribute("aria-labelledby") || "").split(" ")[0];
        const name = title.replace(/-title$/, "") || "picture-" + (place + 1);
        const link = make("a", { href: address, download: name + ".svg" });
        link.click();
        setTimeout(() => URL.revokeObjectURL(address), 1000);
      }));
      caption.append(bar);

      let from = null, moved = false;
      view.addEventListener("pointerdown", event => {
        if (event.pointerType !== "mouse" || event.button !== 0) return;
        from = [event.clientX + view.scrollLeft, event.clientY + view.scrollTop];
        moved = false;
      });
      view.addEventListener("pointermove", event => {
        if (!from) return;
        const [x, y] = [from[0] - event.clientX, from[1] - event.clientY];
        if (!moved && Math.hypot(x - view.scrollLeft, y - view.scrollTop) < 4) return;
        if (!moved) view.setPointerCapture(event.pointerId);
        moved = true;
        view.scrollLeft = x;
        view.scrollTop = y;
      });
      const drop = () => { from = null; };
      view.addEventListener("pointerup", drop);
      view.addEventListener("pointercancel", drop);
      view.addEventListener("dragstart", event => event.preventDefault());
      view.addEventListener("click", event => { if (moved) event.preventDefault(); }, true);
      view.addEventListener("wheel", event => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        scale = current();
        zoom(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
      }, { passive: false });
    };
    ready(() => document.querySelectorAll("figure.picture").forEach(equip));

    """#
}
