// Filters claims, searches text and notes, walks from claim to claim, copies citations, lights up what belongs together.
"use strict";
(() => {
  const tools = document.getElementById("tools");
  const article = document.querySelector("article");
  const calls = [...document.querySelectorAll("a.call.claim")];
  const filtered = [...document.querySelectorAll("[data-kind]")];
  const byEntry = (id) => document.querySelectorAll(`[data-over~="${CSS.escape(id)}"]`);
  const entryOf = (call) => decodeURIComponent(call.hash.slice(1));
  const here = () => decodeURIComponent(location.hash.slice(1));

  function made(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }
  function button(label, sign, act) {
    const element = made("button", { type: "button", "aria-label": label, title: label }, sign);
    element.addEventListener("click", () => act(element));
    return element;
  }

  // What belongs together: a note and its passage.
  const light = (id, on) => {
    byEntry(id).forEach((span) => span.classList.toggle("lit", on));
    document.getElementById(id)?.classList.toggle("lit", on);
  };
  const hovered = (event) => {
    const note = event.target.closest(".card, a.call");
    return note && (note.id.startsWith("call.") ? entryOf(note) : note.id);
  };
  for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(kind, (event) => {
      const id = hovered(event);
      if (id) light(id, on);
    });
  }
  // A touch on an annotated passage opens the note that begins last, which is the innermost one.
  article.addEventListener("click", (event) => {
    const passage = event.target.closest("[data-over]");
    if (!passage || event.target.closest("a") || !getSelection().isCollapsed) return;
    location.hash = passage.dataset.over.split(" ").pop();
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && !panel?.open && document.querySelector(".card:target");
    if (!open) return;
    const call = document.getElementById(`call.${open.id}`);
    location.hash = call.id;
    call.focus();
  });

  // Where the style sheet has the notes stand beside the text, each is set level with the mark that calls it or right
  // below the note before it; the one that is open comes first, and the others make room. A paragraph whose notes would
  // begin too far below it waits for them.
  const cards = [...document.querySelectorAll(".margin .card")];
  const callOf = new Map(cards.map((card) => [card, document.getElementById(`call.${card.id}`)]));
  const margin = document.querySelector(".margin");
  const beside = () => margin !== null && getComputedStyle(margin).float !== "none";
  let waiting = [];
  function arrange() {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    waiting.forEach((block) => { block.style.marginTop = ""; });
    waiting = [];
    const shown = cards.filter((card) => !card.classList.contains("off"));
    const tall = shown.map((card) => card.offsetHeight + 0.8 * rem);
    const open = shown.findIndex((card) => card.matches(":target"));
    let wanted = levels(shown, rem);
    let tops = stack([...wanted], tall);
    const waits = waitsFor(shown, tops, wanted, 30 * rem);
    if (waits.length) {
      waits.forEach(([block, wait]) => { block.style.marginTop = `${wait}px`; });
      waiting = waits.map(([block]) => block);
      wanted = levels(shown, rem);
      tops = stack([...wanted], tall);
    }
    if (open >= 0) openFirst(tops, tall, open, wanted);
    shown.forEach((card, at) => { card.style.top = `${tops[at]}px`; });
    article.style.minHeight = `${tops.length ? tops.at(-1) + tall.at(-1) : 0}px`;
  }
  function levels(shown, rem) {
    const top = article.getBoundingClientRect().top - 0.45 * rem;
    return shown.map((card) => callOf.get(card).getBoundingClientRect().top - top);
  }
  function stack(tops, tall) {
    for (let at = 1; at < tops.length; at += 1) tops[at] = Math.max(tops[at], tops[at - 1] + tall[at - 1]);
    return tops;
  }
  function waitsFor(shown, tops, wanted, most) {
    const waits = [];
    let added = 0;
    shown.forEach((card, at) => {
      const late = tops[at] - wanted[at] - added - most;
      if (late <= 0 || card !== card.parentElement.firstElementChild) return;
      waits.push([card.parentElement.previousElementSibling, late]);
      added += late;
    });
    return waits;
  }
  function openFirst(tops, tall, open, wanted) {
    for (let at = open; at < tops.length; at += 1) tops[at] = wanted[at];
    for (let at = open - 1; at >= 0; at -= 1) tops[at] = Math.min(tops[at], tops[at + 1] - tall[at]);
    tops[0] = Math.max(tops[0], 0);
    stack(tops, tall);
  }
  function settle() {
    article.classList.toggle("placed", beside());
    if (beside()) arrange();
    else {
      article.style.minHeight = "";
      waiting.forEach((block) => { block.style.marginTop = ""; });
    }
  }
  // The browser goes to a note before the note has moved to its passage.
  function settleOpen() {
    settle();
    const open = beside() && document.querySelector(".margin .card:target");
    if (open) [open, callOf.get(open)].forEach((part) => part.scrollIntoView({ block: "nearest", behavior: "instant" }));
  }
  addEventListener("hashchange", settleOpen);
  addEventListener("load", () => document.fonts.ready.then(settleOpen));
  new ResizeObserver(() => requestAnimationFrame(settle)).observe(article);
  settle();

  const said = made("span", { role: "status" });

  // Filters: one chooser for each property that tells claims apart.
  const PROPERTIES = [
    ["kind", "all kinds"], ["status", "any status"], ["claimant", "all claimants"], ["source", "all sources"],
    ["tag", "all tags"],
  ];
  const valuesOf = (item, name) => (item.dataset[name] ? item.dataset[name].split("\n") : []);
  const nameOf = (name, value) => {
    const citation = name === "source" && document.querySelector(`#${CSS.escape(value)} .citation`)?.textContent;
    if (!citation) return value;
    return citation.length > 60 ? `${citation.slice(0, 58).trimEnd()} …` : citation;
  };
  function chooser(name, all) {
    const values = [...new Set(filtered.flatMap((item) => valuesOf(item, name)))];
    const tellsApart = values.length > 1 || filtered.some((item) => !valuesOf(item, name).length);
    if (!values.length || !tellsApart) return null;
    const named = values.map((value) => [nameOf(name, value), value]).sort((a, b) => a[0].localeCompare(b[0]));
    const select = made("select", { "aria-label": `Show claims by ${name}`, "data-by": name }, new Option(all, ""));
    named.forEach(([label, value]) => select.add(new Option(label, value)));
    select.addEventListener("change", filter);
    return select;
  }
  const choosers = PROPERTIES.map(([name, all]) => chooser(name, all)).filter(Boolean);
  // What a filter looks at and what it marks, gathered once: there may be hundreds of claims.
  const held = filtered.map((item) => [item, new Map(choosers.map(({ dataset: { by } }) => [by, valuesOf(item, by)]))]);
  const claimOf = (mark) => [mark, mark.dataset.claim];
  const listed = [...document.querySelectorAll("li[data-claim]")].map(claimOf);
  const drawn = [...document.querySelectorAll("svg [data-claim]")].map(claimOf);
  for (const call of calls) drawn.push([call, entryOf(call)]);
  for (const span of document.querySelectorAll("[data-over]")) {
    // The claims' spans lie in the passage's in the order of its ids; notes have none.
    const ids = span.dataset.over.split(" ").filter((id) => document.getElementById(id)?.dataset.kind);
    span.querySelectorAll("span.claim").forEach((line, at) => drawn.push([line, ids[at]]));
  }
  let listing = 0;
  const wanted = () => choosers.filter((select) => select.value).map((select) => [select.dataset.by, select.value]);

  function filter() {
    const chosen = wanted();
    const hidden = new Set();
    for (const [item, values] of held) {
      const off = !chosen.every(([name, value]) => values.get(name).includes(value));
      item.classList.toggle("off", off);
      if (off && item.id) hidden.add(item.id);
    }
    const show = (marks) => marks.forEach(([mark, id]) => mark.classList.toggle("off", hidden.has(id)));
    show(drawn);
    // The list at the end of the page follows when the text and its notes are seen to have answered.
    clearTimeout(listing);
    listing = setTimeout(show, 0, listed);
    const left = calls.filter((call) => !call.classList.contains("off")).length;
    const claims = calls.length === 1 ? "claim" : "claims";
    said.textContent = left === calls.length ? `${left} ${claims}` : `${left} of ${calls.length} ${claims}`;
    panel?.classList.toggle("active", chosen.length > 0);
    settle();
  }

  let current = -1;
  const walk = (step) => (pressed) => {
    const at = calls.findIndex((call) => entryOf(call) === here());
    if (at >= 0) current = at;
    for (let next = current + step; next >= 0 && next < calls.length; next += step) {
      if (calls[next].classList.contains("off")) continue;
      current = next;
      location.hash = entryOf(calls[next]);
      calls[next].scrollIntoView({ block: "center" });
      break;
    }
    // Following a fragment takes the focus away; whoever walks by keyboard wants to go on.
    setTimeout(() => pressed.focus({ preventScroll: true }));
  };

  // Search in the text and the notes: the style of quotation marks and dashes and the case of letters do not count.
  const small = (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter);
  const plain = (text) =>
    text.replace(/[‘’‚‛]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐-―]/g, "-").replace(/\s/g, " ")
      .replace(/\p{Lu}/gu, small);
  const SEARCHED = "article :is(p, h1, h2, h3, h4, h5, h6, li, td, th, .line, figcaption), .card, .apparatus li";
  const LEFT_OUT = ".calls, .number, .more, .card .mark";
  let places = [];
  let place = -1;
  function textNodes(element) {
    const nodes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent.closest(LEFT_OUT) && parent.closest(SEARCHED) === element) nodes.push(walker.currentNode);
    }
    return nodes;
  }
  function found(element, sought) {
    const nodes = textNodes(element);
    const text = plain(nodes.map((node) => node.data).join(""));
    const ranges = [];
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      const range = document.createRange();
      let offset = 0;
      for (const node of nodes) {
        const end = offset + node.length;
        if (at >= offset && at < end) range.setStart(node, at - offset);
        if (at + sought.length > offset && at + sought.length <= end) range.setEnd(node, at + sought.length - offset);
        offset = end;
      }
      ranges.push(range);
    }
    return ranges;
  }
  const marks = globalThis.Highlight && CSS.highlights;
  if (marks) {
    // Here and not in the style sheet, since checkers of style sheets do not know highlights yet.
    const looks = new CSSStyleSheet();
    looks.replaceSync(
      "::highlight(found) { background-color: var(--lit); text-decoration: underline 2px; }" +
      "::highlight(at) { background-color: var(--link); color: var(--paper); }",
    );
    document.adoptedStyleSheets.push(looks);
  }
  function mark(name, ranges) {
    if (marks) CSS.highlights.set(name, new Highlight(...ranges));
  }
  function search() {
    const sought = plain(field.value.trim());
    places = sought ? [...document.querySelectorAll(SEARCHED)].flatMap((element) => found(element, sought)) : [];
    place = -1;
    mark("found", places);
    mark("at", []);
    if (sought) said.textContent = places.length ? `${places.length} found` : "nothing found";
    else if (calls.length) filter();
    else said.textContent = "";
  }
  function go(step) {
    if (!places.length) return;
    place = (place + step + places.length) % places.length;
    const range = places[place];
    const card = range.startContainer.parentElement.closest(".card");
    if (card && here() !== card.id) location.hash = card.id;
    mark("at", [range]);
    said.textContent = `${place + 1} of ${places.length} found`;
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  }
  const field = made("input", { type: "search", "aria-label": "Search text and notes", placeholder: "Search" });
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
  });

  // A citation of what is selected, else of the note that is open, else of the whole edition.
  function citation() {
    const whole = document.getElementById("cite-as")?.textContent.trim() ?? document.title;
    const selection = getSelection();
    const words = selection.toString().replace(/\s+/g, " ").trim();
    const from = selection.anchorNode;
    const block = words ? (from.nodeType === Node.TEXT_NODE ? from.parentElement : from).closest("article [id]") : null;
    const target = block || document.querySelector(".card:target");
    const address = `${location.href.split("#")[0]}${target ? `#${target.id}` : ""}`;
    const paragraph = block?.querySelector(".number")?.dataset.number;
    const about = block
      ? `${paragraph ? `¶ ${paragraph}: ` : ""}“${words}”`
      : target?.getAttribute("aria-label") ?? "";
    return [`${whole}${about ? ` ${about}.` : ""} ${address}`, block ? "the passage" : about.toLowerCase() || "the edition"];
  }
  async function cite() {
    const [text, what] = citation();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = made("textarea", { "aria-hidden": "true", class: "copied" });
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    said.textContent = `citation of ${what} copied`;
  }

  const copy = button("Copy a citation of the selected passage, the open note or the edition", "Cite", cite);
  // A press must not take away the selection that is to be cited.
  copy.addEventListener("mousedown", (event) => event.preventDefault());
  let panel = null;
  if (calls.length && choosers.length) {
    const clear = button("Show all claims again", "Show all", () => {
      choosers.forEach((select) => { select.value = ""; });
      filter();
    });
    const shut = (event) => {
      if (!panel.open || (event.type === "click" ? panel.contains(event.target) : event.key !== "Escape")) return;
      panel.open = false;
      if (event.type === "keydown") panel.firstElementChild.focus();
    };
    document.addEventListener("click", shut);
    document.addEventListener("keydown", shut);
    panel = made("details", { class: "filters" }, made("summary", {}, "Filter"), made("div", {}, ...choosers, clear));
  }
  tools.append(field, ...(panel ? [panel] : []), said);
  if (calls.length) tools.append(button("Previous claim", "↑", walk(-1)), button("Next claim", "↓", walk(1)));
  tools.append(copy);
  tools.hidden = false;
  if (calls.length) filter();
})();
