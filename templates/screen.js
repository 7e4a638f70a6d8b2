// Filters claims by kind and status, walks from claim to claim, and shows which passage a note belongs to.
"use strict";
(() => {
  const tools = document.getElementById("tools");
  const calls = [...document.querySelectorAll("a.call.claim")];
  const filtered = [...document.querySelectorAll("[data-kind]")];
  const byEntry = (id) => document.querySelectorAll(`[data-over~="${CSS.escape(id)}"]`);
  const entryOf = (call) => decodeURIComponent(call.hash.slice(1));

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
  document.querySelector("article").addEventListener("click", (event) => {
    const passage = event.target.closest("[data-over]");
    if (!passage || event.target.closest("a") || !getSelection().isCollapsed) return;
    location.hash = passage.dataset.over.split(" ").pop();
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector(".card:target");
    if (!open) return;
    const call = document.getElementById(`call.${open.id}`);
    location.hash = call.id;
    call.focus();
  });

  if (!calls.length) return;
  const words = (name) => [...new Set(filtered.map((item) => item.dataset[name]))].sort();
  const select = (name, all) => {
    const chooser = document.createElement("select");
    chooser.setAttribute("aria-label", `Show claims by ${name}`);
    chooser.add(new Option(all, ""));
    words(name).forEach((word) => chooser.add(new Option(word, word)));
    chooser.addEventListener("change", filter);
    return chooser;
  };
  const kinds = select("kind", "all kinds");
  const statuses = select("status", "any status");
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  const shown = (item) =>
    (!kinds.value || item.dataset.kind === kinds.value) && (!statuses.value || item.dataset.status === statuses.value);

  function filter() {
    const hidden = new Set();
    for (const item of filtered) {
      item.classList.toggle("off", !shown(item));
      if (item.id && !shown(item)) hidden.add(item.id);
    }
    for (const call of calls) call.classList.toggle("off", hidden.has(entryOf(call)));
    for (const span of document.querySelectorAll("[data-over]")) {
      // The claims' spans lie in the passage's in the order of its ids; notes have none.
      const lines = [...span.querySelectorAll("span.claim")];
      const ids = span.dataset.over.split(" ").filter((id) => document.getElementById(id)?.dataset.kind);
      lines.forEach((line, index) => line.classList.toggle("off", hidden.has(ids[index])));
    }
    const left = calls.filter((call) => !call.classList.contains("off")).length;
    count.textContent = left === calls.length ? `${left} claims` : `${left} of ${calls.length} claims`;
  }

  let current = -1;
  const walk = (step) => {
    const here = decodeURIComponent(location.hash.slice(1));
    const at = calls.findIndex((call) => entryOf(call) === here);
    if (at >= 0) current = at;
    for (let next = current + step; next >= 0 && next < calls.length; next += step) {
      if (calls[next].classList.contains("off")) continue;
      current = next;
      location.hash = entryOf(calls[next]);
      calls[next].scrollIntoView({ block: "center" });
      return;
    }
  };
  const button = (label, sign, step) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => {
      walk(step);
      // Following a fragment takes the focus away; whoever walks by keyboard wants to go on.
      setTimeout(() => made.focus({ preventScroll: true }));
    });
    return made;
  };
  tools.append(kinds, statuses, count, button("Previous claim", "↑", -1), button("Next claim", "↓", 1));
  tools.hidden = false;
  filter();
})();
