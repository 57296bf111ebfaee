"use strict";
// Stepping through the findings. All else on this page works without a script.
(() => {
  // The arrow keys scroll the documents at once; on a phone this would scroll past what stands above them.
  if (innerWidth >= 900 && !location.hash) document.getElementById("grid").focus({ preventScroll: true });
  const entries = [...document.querySelectorAll(".finding")];
  if (!entries.length) return;
  const keys = document.querySelector(".keys");
  const status = keys.querySelector("[role=status]");
  let current = null;
  keys.hidden = false;

  const rowOf = (entry) => {
    const address = entry.querySelector("a[href]")?.getAttribute("href");
    return address ? document.getElementById(address.slice(1))?.closest("tr") : null;
  };

  const show = (entry, place) => {
    for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
    const tab = document.getElementById("tab-" + entry.closest("section").className);
    tab.checked = true;
    current = entry;
    entry.classList.add("current");
    entry.scrollIntoView({ block: "nearest" });
    for (const mark of document.querySelectorAll(`a.m[href="#${entry.id}"]`)) mark.classList.add("current");
    const row = place?.closest("tr") ?? rowOf(entry);
    if (row) {
      row.classList.add("current");
      (place ?? row).scrollIntoView({ block: row.offsetHeight > innerHeight / 2 ? "start" : "center" });
    }
    const list = entries.filter((other) => other.closest("section") === entry.closest("section"));
    status.textContent = `· ${list.indexOf(entry) + 1} of ${list.length}`;
  };

  const step = (by) => {
    const wanted = entries.filter((entry) => {
      const kind = document.getElementById("show-" + entry.closest("section").className);
      const state = [...entry.classList].find((name) => name.startsWith("is-"));
      const box = state && document.getElementById("state-" + state.slice(3));
      return (!kind || kind.checked) && (!box || box.checked);
    });
    if (!wanted.length) return;
    const at = wanted.indexOf(current);
    show(wanted[at < 0 ? (by > 0 ? 0 : wanted.length - 1) : (at + by + wanted.length) % wanted.length]);
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "n" || (event.key === "F7" && !event.shiftKey)) step(1);
    else if (event.key === "p" || (event.key === "F7" && event.shiftKey)) step(-1);
    else return;
    event.preventDefault();
  });

  const arrive = () => {
    const entry = entries.find((other) => `#${other.id}` === location.hash);
    if (entry) show(entry);
  };
  addEventListener("hashchange", arrive);
  arrive();

  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const entry = event.target.closest(".finding");
    const meant = link && document.getElementById(link.hash.slice(1));
    if (link?.matches(".m") && meant?.matches(".finding")) {
      event.preventDefault();
      show(meant, link);
    } else if (entry && !getSelection().toString()) {
      if (link) event.preventDefault();
      const place = link?.closest(".where") ? document.getElementById(link.hash.slice(1)) : null;
      show(entry, place);
    }
  });
})();
