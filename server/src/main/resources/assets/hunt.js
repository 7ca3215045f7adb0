// The table of records: details below a row, more rows, refreshing by itself, copies and exports.
import { ours } from "./forms.js";

const fetched = async (path) => {
  const answer = await fetch(path, { headers: ours() });
  if (answer.status === 401) { location.reload(); return ""; }
  return answer.text();
};

const rows = (html) => {
  const place = document.createElement("template");
  place.innerHTML = html;
  return [...place.content.querySelectorAll("tbody > tr")];
};

const open = async (button) => {
  const row = button.closest("tr");
  if (button.getAttribute("aria-expanded") === "true") {
    row.nextElementSibling?.remove();
    button.setAttribute("aria-expanded", "false");
    return;
  }
  button.setAttribute("aria-expanded", "true");
  const detail = document.createElement("tr");
  detail.className = "detail";
  const cell = document.createElement("td");
  cell.colSpan = row.children.length;
  cell.innerHTML = await fetched(button.dataset.record);
  detail.append(cell);
  row.after(detail);
};

const more = async (link, enliven) => {
  const last = link.closest("tr");
  link.textContent = "Looking…";
  const found = rows(await fetched(link.dataset.from));
  last.after(...found);
  last.remove();
  found.forEach(enliven);
  found[0]?.querySelector("button, a")?.focus();
};

const say = (button, text) => {
  if (button.dataset.said) return;
  const before = [...button.childNodes];
  button.dataset.said = "yes";
  button.replaceChildren(text);
  setTimeout(() => {
    button.replaceChildren(...before);
    delete button.dataset.said;
  }, 1_500);
};

const copy = async (button, text) => {
  try {
    await navigator.clipboard.writeText(text);
    say(button, button.textContent.trim().length > 2 ? "Copied" : "✓");
  } catch {
    say(button, button.textContent.trim().length > 2 ? "Not allowed here" : "✗");
  }
};

const tab = (chosen) => {
  const list = chosen.closest("[role=tablist]");
  [...list.children].forEach((one) => {
    const on = one === chosen;
    one.setAttribute("aria-selected", String(on));
    one.tabIndex = on ? 0 : -1;
    document.getElementById(one.getAttribute("aria-controls")).hidden = !on;
  });
  chosen.focus();
};

/** So many records are gathered with a progress to look at; of more, the browser's own list of downloads tells. */
const MOST = 500_000;

const gather = async (link, box) => {
  const total = Number(link.dataset.export);
  const stop = new AbortController();
  const [bar, text, button] = box.children;
  box.hidden = false;
  button.onclick = () => stop.abort();
  try {
    const answer = await fetch(link.href, { headers: ours(), signal: stop.signal });
    if (!answer.ok) { text.textContent = (await answer.text()).slice(0, 300); return; }
    const reader = answer.body.getReader();
    const pieces = [];
    let lines = link.download.endsWith("csv") ? -1 : 0;
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      pieces.push(value);
      for (const byte of value) if (byte === 10) lines += 1;
      bar.value = Math.min(1, lines / total);
      text.textContent = `${Math.min(lines, total).toLocaleString()} of ${total.toLocaleString()}`;
    }
    const file = URL.createObjectURL(new Blob(pieces));
    Object.assign(document.createElement("a"), { href: file, download: link.download }).click();
    URL.revokeObjectURL(file);
    bar.value = 1;
    text.textContent = `${total.toLocaleString()} records are in ${link.download}`;
  } catch {
    text.textContent = stop.signal.aborted ? "Stopped." : "The export broke off: try again.";
  }
};

const keepRefreshing = (choice) => {
  let timer;
  const set = () => {
    clearInterval(timer);
    sessionStorage.setItem("refresh", choice.value);
    if (choice.value === "0") return;
    timer = setInterval(() => {
      const busy = document.hidden || document.querySelector("tr.detail, dialog[open], .chart-table[open]");
      if (!busy) htmx.ajax("GET", location.href, { target: "#results", select: "#results", swap: "outerHTML" });
    }, Number(choice.value) * 1_000);
  };
  choice.value = sessionStorage.getItem("refresh") ?? "0";
  if (choice.selectedIndex < 0) choice.value = "0";
  choice.addEventListener("change", set);
  set();
};

/** A box that leaves of a list only what it names. */
export const findInList = (box) => {
  const list = document.getElementById(box.dataset.finds);
  box.addEventListener("input", () => {
    const wanted = box.value.toLowerCase();
    [...list.children].forEach((item) => { item.hidden = !item.dataset.name.toLowerCase().includes(wanted); });
  });
};

/** What a click on any hunting page means. */
export const watchHunting = (enliven) => {
  document.addEventListener("click", (event) => {
    const on = (selector) => event.target.closest?.(selector);
    if (on("button.opener")) open(on("button.opener")).then(() => enliven(document));
    if (on("[data-more]") && !event.ctrlKey && !event.metaKey) { event.preventDefault(); more(on("[data-more]"), enliven); }
    if (on("[data-copy]")) copy(on("[data-copy]"), on("[data-copy]").dataset.copy);
    if (on("[data-copy-next]")) copy(on("[data-copy-next]"), on("[data-copy-next]").nextElementSibling.textContent);
    if (on("[data-copies-address]")) copy(on("[data-copies-address]"), location.href);
    if (on("[role=tab]")) tab(on("[role=tab]"));
    const link = on("a[data-export]");
    const box = document.querySelector("[data-export-progress]");
    if (link && box && Number(link.dataset.export) <= MOST) { event.preventDefault(); gather(link, box); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches?.("[role=tab]") && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
      tab(event.target.nextElementSibling ?? event.target.previousElementSibling);
    }
    if (event.key === "/" && !event.target.matches?.("input, textarea, select")) {
      const box = document.getElementById("q");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    }
  });
  document.querySelectorAll("[data-refresh]").forEach(keepRefreshing);
  const wide = matchMedia("(min-width: 62rem)");
  document.querySelectorAll("details[data-wide-open]").forEach((box) => { box.open = wide.matches; });
};
