"use strict";
// Adds what a page without script does not have: the evidence pane, sorting and filters, keys.
// Everything it shows is already in the document; it fetches nothing.
(() => {
  const doc = document, root = doc.documentElement;
  root.classList.add("js");
  const $ = (selector, from = doc) => from.querySelector(selector);
  const $$ = (selector, from = doc) => [...from.querySelectorAll(selector)];
  const pane = $("#pane"), live = $("#live");
  const desk = matchMedia("(min-width:62rem)");
  let opened = null; // the link whose passage is shown
  let ring = [], turn = 0; // the passages of its card

  const make = (tag, className, text) => {
    const element = doc.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const button = (className, text, label, action) => {
    const element = make("button", className, text);
    element.type = "button";
    if (label) element.setAttribute("aria-label", label);
    element.addEventListener("click", action);
    return element;
  };

  // Offsets count code points of the report, script counts UTF-16 units: walk the text and wrap a range.
  const wrap = (text, from, to, className) => {
    const marks = [];
    for (const block of text.children) {
      let at = +block.dataset.s;
      const walker = doc.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      for (const node of nodes) {
        if (at >= to) return marks;
        const points = [...node.data], begin = at;
        at += points.length;
        if (at <= from) continue;
        const head = points.slice(0, Math.max(0, from - begin)).join("").length;
        const tail = points.slice(0, Math.min(points.length, to - begin)).join("").length;
        if (head >= tail) continue;
        const middle = node.splitText(head);
        middle.splitText(tail - head);
        const mark = make("span", className);
        middle.replaceWith(mark);
        mark.append(middle);
        marks.push(mark);
      }
    }
    return marks;
  };
  const range = (value) => (value || "").split("-").map(Number);

  const passages = (link) => {
    const own = { link, r: link.dataset.r, s: +link.dataset.s, e: +link.dataset.e };
    own.source = link.dataset.source; own.cue = link.dataset.cue;
    const also = (link.dataset.also || "").trim();
    return [own, ...(also ? also.split(" ").map((part) => ({ link, r: own.r, s: range(part)[0], e: range(part)[1] })) : [])];
  };
  const gather = (link) => {
    const card = link.closest("[data-card]");
    const links = card ? $$("a.e", card).filter((other) => other.closest("[data-card]") === card) : [link];
    const seen = new Set();
    return links.flatMap(passages).filter((p) => {
      const key = [p.r, p.s, p.e].join();
      return p.link === link && p.s === +link.dataset.s ? !seen.has(key) && seen.add(key)
        : !seen.has(key) && seen.add(key);
    });
  };

  const show = (passage, focus) => {
    const article = doc.getElementById("report-" + passage.r);
    if (!article) return;
    const text = $(".text", article).cloneNode(true);
    $$("[id]", text).forEach((element) => element.removeAttribute("id"));
    const whole = passage.s === undefined;
    const hits = whole ? [] : wrap(text, passage.s, passage.e, "hit");
    if (passage.source) wrap(text, ...range(passage.source), "src");
    if (passage.cue) wrap(text, ...range(passage.cue), "cue");
    const words = hits.map((mark) => mark.textContent).join("").replace(/\s+/g, " ").trim();

    const header = make("header");
    header.append($("h3 .chip", article).cloneNode(true));
    header.append(make("div", "t", article.dataset.name));
    header.append(button("x", "×", "Close", close));
    header.append(make("div", "d", article.dataset.titled));
    const scroller = make("div", "scroller");
    scroller.tabIndex = 0;
    scroller.setAttribute("aria-label", "Text of the report");
    scroller.append(text);
    const footer = make("footer");
    if (ring.length > 1) {
      footer.append(button("", "←", "Previous passage", () => step(-1)));
      footer.append(make("span", "of", turn + 1 + " of " + ring.length));
      footer.append(button("", "→", "Next passage", () => step(1)));
    }
    if (!whole) footer.append(button("copy-it", "Copy quotation", "", (event) => copy(event.target, words, article, passage)));
    const key = make("p", "key");
    for (const [keys, does] of [["j k", "move"], ["Enter", "opens"], ["Esc", "closes"]]) {
      const hint = make("span");
      hint.append(...keys.split(" ").map((name) => make("kbd", "", name)), " " + does);
      key.append(hint);
    }
    pane.replaceChildren(header, scroller, footer, key);
    pane.hidden = false;
    const target = hits[0];
    if (target) {
      const place = target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      scroller.scrollTop = place - Math.max(40, scroller.clientHeight * 0.25);
    }
    if (focus) {
      pane.focus({ preventScroll: true });
      live.textContent = article.dataset.name + (words ? ": " + words : "");
    }
  };

  const mark = (link) => {
    if (opened) opened.classList.remove("on");
    opened = link;
    if (opened) opened.classList.add("on");
  };
  const open = (link, focus) => {
    mark(link);
    if (link.dataset.whole) {
      ring = []; turn = 0;
      show({ r: link.dataset.whole }, focus);
    } else {
      ring = gather(link);
      turn = Math.max(0, ring.findIndex((p) => p.r === link.dataset.r && p.s === +link.dataset.s && p.e === +link.dataset.e));
      show(ring[turn], focus);
    }
    if (focus && link.hasAttribute("href")) history.replaceState(null, "", link.getAttribute("href"));
  };
  const step = (by) => {
    if (ring.length < 2) return;
    turn = (turn + by + ring.length) % ring.length;
    mark(ring[turn].link);
    show(ring[turn], true);
  };
  const close = () => {
    pane.hidden = true;
    const back = opened;
    mark(null);
    if (back) back.focus({ preventScroll: true });
  };

  const copy = async (from, words, article, passage) => {
    const address = article.dataset.url || location.href.split("#")[0] + "#" + anchor(passage);
    const text = "“" + words + "” (" + article.dataset.cite + ") " + address;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea");
      area.value = text;
      pane.append(area);
      area.select();
      done = doc.execCommand("copy");
      area.remove();
    }
    from.textContent = done ? "Copied" : "Copying is not allowed here";
    live.textContent = from.textContent;
  };
  const anchor = (passage) => {
    const wanted = passage.link && passage.s === +passage.link.dataset.s ? passage.link.getAttribute("href").slice(1) : "";
    return wanted || "r-" + passage.r + "-" + passage.s;
  };

  doc.addEventListener("click", (event) => {
    let link = event.target.closest("a.e, a[data-whole], a.go");
    if (link && link.matches(".go")) link = $(link.getAttribute("href") + " a.e"); // a mark stands for its clauses
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link, true);
  });

  // Keys: j and k move from line to line, arrows too once a line has the focus.
  const visible = () => $$("main a.e").filter((link) => link.getClientRects().length);
  const move = (by) => {
    const links = visible();
    let at = links.indexOf(doc.activeElement);
    if (at < 0 && opened) at = links.indexOf(opened);
    if (at < 0) {
      at = links.findIndex((link) => link.getBoundingClientRect().top > 0) - (by > 0 ? 1 : 0);
    }
    const next = links[Math.min(links.length - 1, Math.max(0, at + by))];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    if (!pane.hidden && desk.matches) open(next, false);
  };
  doc.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    const inPane = pane.contains(event.target), onLine = event.target.matches("a.e");
    const { key } = event;
    if (key === "Escape" && !pane.hidden) close();
    else if (key === "j" || (key === "ArrowDown" && onLine)) move(1);
    else if (key === "k" || (key === "ArrowUp" && onLine)) move(-1);
    else if (key === "ArrowRight" && (inPane || onLine) && opened) step(1);
    else if (key === "ArrowLeft" && (inPane || onLine) && opened) step(-1);
    else return;
    event.preventDefault();
  });

  // Sorting and filters of the coverage matrix.
  const tools = $("#tools");
  if (tools) {
    tools.hidden = false;
    const bodies = $$(".matrix tbody"), rows = bodies.flatMap((body) => [...body.rows]);
    const first = bodies[0].rows.length, rest = $("details.rest");
    const order = { o: () => 0, t: (a, b) => (a.dataset.t < b.dataset.t ? -1 : a.dataset.t > b.dataset.t ? 1 : 0), f: (a, b) => a.dataset.f - b.dataset.f };
    const arrange = () => {
      const by = (name) => tools.elements[name].value;
      const sorted = [...rows].sort((a, b) => order[by("sort")](a, b) || rows.indexOf(a) - rows.indexOf(b));
      let shown = 0;
      const filtered = by("v") || by("c") || by("k");
      for (const row of sorted) {
        const fits = ["v", "c", "k"].every((name) => !by(name) || row.dataset[name].includes(" " + by(name) + " "));
        row.hidden = !fits;
        bodies[fits && shown++ < first ? 0 : bodies.length - 1].append(row);
      }
      if (rest) {
        rest.hidden = shown <= first;
        $("summary", rest).textContent = shown - first + " more points that several reports tell";
      }
      $("#shown").textContent = filtered ? shown + " of " + rows.length + " points" : rows.length + " points";
    };
    tools.addEventListener("change", arrange);
    tools.addEventListener("submit", (event) => event.preventDefault());
  }

  // Where we are, in the contents.
  const entries = new Map($$(".toc a").map((link) => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      entries.forEach((link) => { link.classList.remove("here"); link.removeAttribute("aria-current"); });
      const link = entries.get(target.id);
      if (link) { link.classList.add("here"); link.setAttribute("aria-current", "true"); }
    }
  }, { rootMargin: "-15% 0px -75% 0px" });
  $$("main > section[id]").forEach((section) => watcher.observe(section));

  // An address: unfold what hides it; a passage opens beside the list.
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && doc.getElementById(id);
    if (!target) return false;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const link = id.startsWith("r-") && $('a.e[href="#' + CSS.escape(id) + '"]');
    if (link && desk.matches) open(link, false);
    else target.scrollIntoView();
    return Boolean(link);
  };
  addEventListener("hashchange", arrive);
  if (!arrive() && desk.matches) {
    const start = $(".conflict a.e") || $(".matrix a.e") || $("section a.e");
    if (start) open(start, false);
  }
  if (matchMedia("(max-width:44rem)").matches) $$("details.entries").forEach((fold) => { fold.open = true; });
})();
