// Completes what is typed into a query: names of fields, and their most frequent values.
const word = (text, caret) => {
  const before = text.slice(0, caret);
  const value = /(?:^|[\s(])-?([\w.\-]+):"?([^\s"()]*)$/.exec(before);
  if (value) return { field: value[1], begun: value[2], start: caret - (before.length - before.lastIndexOf(value[1] + ":")) };
  const name = /(?:^|[\s(])([\w.\-]*)$/.exec(before);
  return name && name[1].length > 0 ? { field: "", begun: name[1], start: caret - name[1].length } : null;
};

const entry = (offer, index) => {
  const item = document.createElement("li");
  item.role = "option";
  item.id = `offer-${index}`;
  const text = document.createElement("span");
  text.textContent = offer.text;
  const note = document.createElement("span");
  note.className = "offer-note";
  note.textContent = offer.note;
  item.append(text, note);
  return item;
};

/** A query box, whose list of offers is what it controls. */
export const completeQuery = (box) => {
  const list = document.getElementById(box.getAttribute("aria-controls"));
  let offers = [];
  let current = -1;
  let begun = null;
  let asked = 0;
  let wait;
  const close = () => {
    list.hidden = true;
    current = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    current = (index + offers.length) % offers.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", i === current));
    list.children[current].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", list.children[current].id);
  };
  const take = (index) => {
    const rest = box.value.slice(box.selectionEnd);
    const text = offers[index].text;
    const head = box.value.slice(0, begun.start) + text + (text.endsWith(":") || rest.startsWith(" ") ? "" : " ");
    box.value = head + rest;
    box.setSelectionRange(head.length, head.length);
    box.focus();
    close();
    if (text.endsWith(":")) ask();
  };
  const show = (found) => {
    offers = found;
    list.replaceChildren(...found.map(entry));
    list.hidden = found.length === 0;
    current = -1;
    box.setAttribute("aria-expanded", String(found.length > 0));
  };
  const ask = async () => {
    begun = word(box.value, box.selectionEnd);
    if (!begun || box.selectionStart !== box.selectionEnd) { close(); return; }
    const number = ++asked;
    const index = document.getElementById("index").value;
    try {
      const answer = await fetch(`/hunting/complete?${new URLSearchParams({ index, field: begun.field, begun: begun.begun })}`, { headers: { "HX-Request": "true" } });
      if (number === asked && answer.ok && document.activeElement === box) show(await answer.json());
    } catch { close(); }
  };
  box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(ask, 120); });
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) { event.preventDefault(); ask(); return; }
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(current + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(current - 1); }
    if (event.key === "Escape") { event.preventDefault(); close(); }
    if (event.key === "Tab" && current < 0) close();
    if ((event.key === "Enter" || event.key === "Tab") && current >= 0) { event.preventDefault(); take(current); }
  });
  list.addEventListener("pointerdown", (event) => {
    const item = event.target.closest("li");
    event.preventDefault();
    if (item) take([...list.children].indexOf(item));
  });
};
