// What pages do by themselves: times in the reader's zone, menus, notices, and what forms and tables ask for.
import { showTimes } from "./times.js";
import { keepColumns } from "./columns.js";
import { openDialogs, showDialog } from "./dialogs.js";
import { watchTests } from "./test.js";
import { keepForms, keepNeeds, keepStart } from "./forms.js";
import { makeWizard } from "./wizard.js";
import { copyFields } from "./copy.js";
import { keepConditions, keepPreview } from "./conditions.js";
import { keepChart } from "./chart.js";
import { completeQuery } from "./complete.js";
import { findInList, watchHunting } from "./hunt.js";

const each = (root, selector, act) => {
  if (root.matches?.(selector)) act(root);
  root.querySelectorAll(selector).forEach(act);
};

/** The same for what must be brought to life once, however often its part of the page is looked at. */
const once = (root, selector, act) => each(root, selector, (element) => {
  if (element.dataset.alive) return;
  element.dataset.alive = "yes";
  act(element);
});

/** Another choice is sent at once, also one that was made before the scripts had loaded. */
const submitOnChange = (select) => {
  const submit = () => { if (!select.selectedOptions[0]?.hasAttribute("data-waits")) select.form.requestSubmit(); };
  select.addEventListener("change", submit);
  const shown = Math.max(0, [...select.options].findIndex((option) => option.defaultSelected));
  if (select.selectedIndex !== shown) submit();
};

/** Brings to life what is in a part of the page, new or old. */
const enliven = (root) => {
  showTimes(root);
  each(root, "[data-columns]", keepColumns);
  each(root, "form[data-stays]", keepForms);
  each(root, "select[data-start]", keepStart);
  each(root, "form[data-wizard]", makeWizard);
  each(root, "[data-conditions]", keepConditions);
  each(root, "[data-needs]", keepNeeds);
  each(root, "dialog[data-shows]", showDialog);
  each(root, "[data-preview]", keepPreview);
  once(root, "select[data-submit-on-change]", submitOnChange);
  once(root, ".chart", keepChart);
  once(root, "[data-complete]", completeQuery);
  once(root, "[data-finds]", findInList);
};

/** Says something in one line that stays until it is closed. */
const notice = (text) => {
  const box = document.createElement("div");
  box.className = "alert alert-danger notice";
  box.append(text);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn-close";
  close.ariaLabel = "Close";
  close.addEventListener("click", () => box.remove());
  box.append(close);
  document.getElementById("notices")?.replaceChildren(box);
};

document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open], details.nav-toggle[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  if (event.target.closest?.("[data-theme-toggle]")) {
    const dark = document.documentElement.dataset.bsTheme !== "dark";
    document.documentElement.dataset.bsTheme = dark ? "dark" : "light";
    localStorage.setItem("theme", dark ? "dark" : "light");
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.menu[open], details.nav-toggle[open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
document.addEventListener("htmx:afterSettle", (event) => enliven(event.detail.elt));
// what asks for itself again waits while somebody reads a part of it that would close
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.querySelector(".chart-table[open]")) event.preventDefault();
});
document.addEventListener("htmx:responseError", (event) => {
  const answer = event.detail.xhr;
  if (answer.status !== 401) notice(answer.responseText.slice(0, 300) || `The server answered ${answer.status}`);
});
document.addEventListener("htmx:sendError", () => notice("The server does not answer: is it running?"));

openDialogs();
watchTests();
copyFields();
watchHunting(showTimes);
enliven(document);
document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.dataset.ready = "";
  // What was typed before the scripts had loaded is searched for now.
  each(document, "form[hx-get] input[type=search]", (field) => {
    if (field.value !== field.defaultValue) field.form.requestSubmit();
  });
});
