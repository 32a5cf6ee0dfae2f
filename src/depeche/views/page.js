"use strict";
(() => {
  const root = document.documentElement, all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const articles = all("article"), index = document.getElementById("index");
  root.classList.add("js");

  // one dispatch at a time, the one that the address names; without a script all stand below each other
  function route() {
    const name = decodeURIComponent(location.hash.slice(1)), wanted = document.getElementById(name.split("-")[0]);
    const shown = wanted && (articles.includes(wanted) || wanted === index) ? wanted : index || articles[0];
    for (const part of [index, ...articles]) if (part) part.classList.toggle("shown", part === shown);
    if (name.includes("-")) document.getElementById(name)?.scrollIntoView({ block: "center" });
    else scrollTo(0, 0);
  }
  addEventListener("hashchange", route);
  route();

  // a layer that is filtered out: no highlight, no table
  const filter = document.createElement("style");
  document.head.append(filter);
  const boxes = all(".bar input");
  function sift() {
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    filter.textContent = off.map((layer) => `.tables .${layer} { display: none }`).join("\n");
    for (const mark of all("mark")) {
      mark.dataset.layers ??= mark.className;
      const layers = mark.dataset.layers.split(" ").filter((layer) => layer && layer !== "lit" && !off.includes(layer));
      mark.className = layers.join(" ");
    }
  }
  for (const box of boxes) box.addEventListener("change", sift);
  if (boxes.some((box) => !box.checked)) sift(); // a browser that kept the boxes over a reload

  // rows and words light up together; a click holds them lit
  let held = null;
  const keysOf = (part) => (part.dataset.k ?? "").split(" ").filter(Boolean);
  function light(article, keys) {
    for (const part of all(".lit", article)) part.classList.remove("lit");
    if (!keys) return;
    for (const part of all("[data-k], [data-b]", article)) {
      const own = [...keysOf(part), ...(part.dataset.b ?? "").split(" ")];
      if (own.some((key) => keys.includes(key))) part.classList.add("lit");
    }
  }
  const settle = (article) => light(article, held && held.article === article ? held.keys : null);
  function hold(article, part) {
    held = { article, keys: keysOf(part) };
    settle(article);
    const first = (key) => article.querySelector(part.tagName === "MARK" ? `tr[data-k="${key}"]` : `mark[data-k~="${key}"]`);
    const target = held.keys.map(first).find((found) => found && found.offsetParent !== null);
    target?.scrollIntoView({ block: part.tagName === "MARK" ? "nearest" : "center" });
    return target;
  }
  for (const article of articles) {
    const at = (event) => event.target.closest?.("mark[data-k], tr[data-k]");
    article.addEventListener("pointerover", (event) => {
      const part = at(event);
      if (event.pointerType === "mouse" && part && (part.tagName !== "MARK" || part.className)) light(article, keysOf(part));
    });
    article.addEventListener("pointerout", (event) => event.pointerType === "mouse" && at(event) && settle(article));
    article.addEventListener("focusin", (event) => at(event) && light(article, keysOf(at(event))));
    article.addEventListener("focusout", () => settle(article));
    article.addEventListener("click", (event) => {
      const part = at(event);
      if (!part || (part.tagName === "MARK" && !part.className)) { held = null; settle(article); return; }
      if (getSelection()?.toString()) return;
      event.preventDefault();
      hold(article, part);
    });
    walk(article);
  }

  // in the text, arrow keys go from highlight to highlight, Enter goes to the row
  function walk(article) {
    const text = article.querySelector(".text");
    let current = -1;
    text.addEventListener("keydown", (event) => {
      const marks = all("mark", text).filter((mark) => mark.className);
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step && marks.length && !event.altKey && !event.ctrlKey && !event.metaKey) {
        current = Math.min(marks.length - 1, Math.max(0, current + step));
        held = { article, keys: keysOf(marks[current]) };
        settle(article);
        marks[current].scrollIntoView({ block: "center" });
      } else if (event.key === "Enter" && marks[current]) {
        hold(article, marks[current])?.querySelector("a")?.focus();
      } else if (event.key === "Escape") {
        held = null;
        settle(article);
      } else return;
      event.preventDefault();
    });
  }

  document.getElementById("find")?.addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase();
    for (const row of all("tbody tr", index)) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
})();
