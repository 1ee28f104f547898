"use strict";
// Filters, search and keys for the page. What is chosen stands behind the # of the address, so that it can be shared.
(() => {
  const form = document.querySelector(".filters");
  const main = document.querySelector("main");
  const pairs = [...main.querySelectorAll(".pair")];
  const runs = [...main.querySelectorAll(".run")];
  const lefts = [...main.querySelectorAll(".left")];
  const nothing = main.querySelector(".nothing");
  const shown = form.querySelector(".shown");
  const keys = document.querySelector(".keys");
  const boxes = (name) => [...form.querySelectorAll(`input[name=${name}]`)];
  const field = (name) => form.elements.namedItem(name);
  const texts = new Map();
  let current = -1;

  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ");
  const textOf = (element) => {
    if (!texts.has(element)) texts.set(element, plain(element.textContent));
    return texts.get(element);
  };
  const chosen = (name) => new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
  const isAll = (name) => boxes(name).every((box) => box.checked);
  const isBelow = (topic, above) => !above || topic === above || topic.startsWith(`${above}.`);
  const visible = () => pairs.filter((pair) => !pair.hidden);

  function state() {
    return {
      only: chosen("only"),
      kind: chosen("kind"),
      topic: field("topic")?.value ?? "",
      search: plain(field("search").value.trim()),
      unchanged: field("unchanged")?.checked ?? false,
      isNarrow: !isAll("only") || !isAll("kind"),
    };
  }

  function apply() {
    const asked = state();
    const matches = (element) =>
      isBelow(element.dataset.topic, asked.topic) && (!asked.search || textOf(element).includes(asked.search));
    const hasKind = (pair) => isAll("kind") || pair.dataset.kind.split(" ").some((kind) => asked.kind.has(kind));
    for (const pair of pairs) pair.hidden = !(asked.only.has(pair.dataset.only) && hasKind(pair) && matches(pair));
    for (const run of runs) showRun(run, asked, matches);
    for (const left of lefts) left.hidden = document.getElementById(left.dataset.of).hidden;
    const number = visible().length;
    const all = `${pairs.length} ${form.dataset.noun}`;
    shown.textContent = number === pairs.length ? all : `${number} of ${all}`;
    nothing.hidden = number > 0 || runs.some((run) => !run.hidden);
    highlight(asked.search);
    if (current >= 0 && pairs[current].hidden) mark(-1);
  }

  function showRun(run, asked, matches) {
    const isSearched = Boolean(asked.search || asked.topic);
    let found = 0;
    for (const same of run.querySelectorAll(".same")) {
      same.hidden = isSearched && !matches(same);
      found += !same.hidden;
    }
    run.hidden = !found || (asked.isNarrow && !asked.unchanged);
    run.open = asked.unchanged || Boolean(asked.search);
  }

  function highlight(search) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (search.length < 2) return;
    const ranges = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && ranges.length < 5000; node = walker.nextNode()) {
      if (node.parentElement.closest("[hidden]")) continue;
      const text = node.data.toLowerCase().replace(/[’‘]/g, "'");
      if (text.length !== node.data.length) continue;
      for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + search.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  // --- The address -------------------------------------------------------------------------------------------------

  function write() {
    const words = new URLSearchParams();
    for (const name of ["only", "kind"]) if (!isAll(name)) words.set(name, [...chosen(name)].join(","));
    for (const name of ["topic", "search"]) if (field(name)?.value.trim()) words.set(name, field(name).value.trim());
    if (field("unchanged")?.checked) words.set("unchanged", "1");
    if (current >= 0) words.set("at", pairs[current].id);
    const hash = words.toString();
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
    } catch {
      // An embedded page may not set its address; all else works.
    }
  }

  function read() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return goTo(hash);
    const words = new URLSearchParams(hash);
    for (const name of ["only", "kind"]) {
      const asked = words.has(name) ? new Set(words.get(name).split(",")) : null;
      for (const box of boxes(name)) box.checked = !asked || asked.has(box.value);
    }
    for (const name of ["topic", "search"]) if (field(name)) field(name).value = words.get(name) ?? "";
    if (field("topic") && field("topic").selectedIndex < 0) field("topic").value = "";
    if (field("unchanged")) field("unchanged").checked = words.get("unchanged") === "1";
    apply();
    if (words.has("at")) goTo(words.get("at"));
  }

  function goTo(id) {
    const target = id && document.getElementById(id);
    if (!target || !main.contains(target)) return;
    if (target.hidden || target.closest(".run[hidden]")) reset();
    const run = target.closest(".run");
    if (run) run.open = true;
    if (target.matches(".pair")) move(pairs.indexOf(target));
    else target.scrollIntoView();
  }

  function reset() {
    for (const box of [...boxes("only"), ...boxes("kind")]) box.checked = true;
    for (const name of ["topic", "search"]) if (field(name)) field(name).value = "";
    apply();
  }

  // --- Moving ------------------------------------------------------------------------------------------------------

  function mark(at) {
    if (current >= 0) pairs[current].removeAttribute("aria-current");
    current = at;
    if (at >= 0) pairs[at].setAttribute("aria-current", "true");
  }

  function move(at) {
    mark(at);
    const show = () => at === current && pairs[at].scrollIntoView({ block: "start" });
    show();
    pairs[at].focus({ preventScroll: true });
    // What was out of sight gets its true height only when it is drawn, which moves what lies below it.
    requestAnimationFrame(() => { show(); requestAnimationFrame(show); });
    write();
  }

  function step(forward) {
    const found = visible();
    if (!found.length) return;
    if (current >= 0) {
      const next = found.indexOf(pairs[current]) + (forward ? 1 : -1);
      if (found[next]) move(pairs.indexOf(found[next]));
      return;
    }
    const edge = getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0;
    const below = found.filter((pair) => pair.getBoundingClientRect().top >= edge - 1);
    const above = found.filter((pair) => pair.getBoundingClientRect().top < edge - 1);
    move(pairs.indexOf((forward ? below[0] : above.at(-1)) ?? (forward ? found.at(-1) : found[0])));
  }

  function changed() {
    apply();
    write();
  }

  const actions = {
    next: () => step(true),
    previous: () => step(false),
    all: () => { reset(); write(); },
    keys: () => (keys.open ? keys.close() : keys.showModal()),
    search: () => { field("search").focus(); field("search").select(); },
    unchanged: () => field("unchanged")?.click(),
  };
  const byKey = {
    n: "next", j: "next", p: "previous", k: "previous", "/": "search", u: "unchanged", "?": "keys",
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches("input[type=search], select");
    if (event.key === "Escape" && event.target === field("search")) {
      field("search").value = "";
      field("search").blur();
      changed();
    } else if (event.key === "Escape") {
      form.querySelector(".kinds[open]")?.removeAttribute("open");
    } else if (!isTyping && byKey[event.key] && (!keys.open || event.key === "?")) {
      event.preventDefault();
      actions[byKey[event.key]]();
    }
  });
  document.addEventListener("click", (event) => {
    const action = event.target.closest("[data-do]")?.dataset.do;
    if (action) actions[action]();
    const kinds = form.querySelector(".kinds[open]");
    if (kinds && !kinds.contains(event.target)) kinds.removeAttribute("open");
  });
  let waiting;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, event.target === field("search") ? 120 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    step(true);
  });
  window.addEventListener("hashchange", read);

  const bar = document.querySelector(".bar");
  new ResizeObserver(() => {
    const covers = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.scrollPaddingTop = `${covers + 16}px`;
  }).observe(bar);

  form.hidden = false;
  apply();
  read();
})();
