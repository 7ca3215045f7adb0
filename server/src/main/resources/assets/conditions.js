// Rows of conditions: added, removed and numbered, so that what is wrong with one of them is shown at it.
import { send, showProblems } from "./forms.js";
import { showTimes } from "./times.js";

const MOST = 10;
const NONE = ["exists", "not_exists"];
const SEVERAL = "in";

const show = (part, shown) => { part.hidden = part.disabled = !shown; };

/** One value, several of them, or none, as the operator has it. What was typed goes along. */
const fit = (row) => {
  const operator = row.querySelector("[data-operator]").value;
  const one = row.querySelector("[data-one]");
  const several = row.querySelector("[data-several]");
  const [from, to] = operator === SEVERAL ? [one, several] : [several, one];
  if (!from.disabled && from.value) to.value = operator === SEVERAL ? from.value : from.value.split("\n")[0];
  show(one, operator !== SEVERAL && !NONE.includes(operator));
  show(several, operator === SEVERAL);
};

const number = (rows) => rows.forEach((row, index) => {
  const numbered = (text) => text.replace(/\[\d+\]/, `[${index}]`);
  row.ariaLabel = `Condition ${index + 1}`;
  row.querySelectorAll("[name]").forEach((part) => { part.name = numbered(part.name); });
  row.querySelectorAll("[data-problem]").forEach((box) => { box.dataset.problem = numbered(box.dataset.problem); });
});

/** A field set has its rows in `data-rows`, and in a template a row to be added. */
export const keepConditions = (set) => {
  const place = set.querySelector("[data-rows]");
  const add = set.querySelector("[data-add]");
  const settle = () => {
    const rows = [...place.children];
    number(rows);
    rows.forEach((row) => { row.querySelector("[data-remove]").hidden = rows.length === 1; });
    add.disabled = rows.length >= MOST;
  };
  add.addEventListener("click", () => {
    place.append(set.querySelector("template").content.cloneNode(true));
    settle();
    place.lastElementChild.querySelector("input").focus();
  });
  place.addEventListener("click", (event) => {
    const row = event.target.closest("[data-remove]") && event.target.closest("[data-condition]");
    if (!row) return;
    (row.nextElementSibling ?? row.previousElementSibling).querySelector("input").focus();
    row.remove();
    settle();
  });
  place.addEventListener("change", (event) => {
    if (event.target.matches("[data-operator]")) fit(event.target.closest("[data-condition]"));
  });
  [...place.children].forEach(fit);
  settle();
};

/** A button that shows what the form would do, without keeping it. */
export const keepPreview = (button) => {
  const { form } = button;
  const place = form.querySelector("[data-preview-place]");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const answer = await send(button.dataset.preview, form);
      place.innerHTML = answer.html ?? "";
      showTimes(place);
      showProblems(form, answer.problems ?? {});
    } catch {
      showProblems(form, { "": "The server does not answer: is it running?" });
    } finally {
      button.disabled = false;
    }
  });
};
