// A form in stages: one is shown at a time, and the server looks at each before the next.
import { send, showProblems } from "./forms.js";

/** Of all fields of a stage, their labels and what was entered, for the confirmation. */
const entered = (stage) => [...stage.querySelectorAll("[data-field]")]
  .filter((field) => !field.closest("[data-type][hidden]"))
  .map((field) => {
    const inputs = [...field.querySelectorAll("input, select")];
    const values = inputs.flatMap((input) => {
      if (input.type === "checkbox" || input.type === "radio") return input.checked ? [input.parentElement.textContent.trim()] : [];
      if (input.type === "password") return input.value ? ["••••••••"] : [];
      return input.tagName === "SELECT" ? [...input.selectedOptions].map((option) => option.textContent.trim()) : [input.value];
    });
    return [field.dataset.field, values.filter(Boolean).join(", ") || "none"];
  });

const confirm = (wizard, stages) => {
  const list = wizard.querySelector("[data-confirmation]");
  list.replaceChildren(...stages.slice(0, -1).flatMap(entered).flatMap(([label, value]) => {
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    term.textContent = label;
    text.textContent = value;
    return [term, text];
  }));
};

/** What depends on what: a type belongs to a category, and its settings to a type. */
const depend = (wizard) => {
  const category = wizard.querySelector("[name=category]");
  const type = wizard.querySelector("[name=type]");
  const show = () => {
    [...type.options].forEach((option) => { option.hidden = option.disabled = !!option.value && option.dataset.category !== category.value; });
    if (type.selectedOptions[0]?.disabled) type.value = "";
    wizard.querySelectorAll("[data-type]").forEach((part) => {
      const chosen = part.dataset.type === type.value;
      part.hidden = !chosen;
      part.querySelectorAll("input, select").forEach((input) => { input.disabled = !chosen; });
    });
  };
  category.addEventListener("change", show);
  type.addEventListener("change", show);
  show();
};

export const makeWizard = (wizard) => {
  const stages = [...wizard.querySelectorAll("[data-stage]")];
  const marks = [...wizard.querySelectorAll(".stages li")];
  let current = 0;
  const show = (index) => {
    current = index;
    stages.forEach((stage, i) => { stage.hidden = i !== index; });
    marks.forEach((mark, i) => { if (i === index) mark.setAttribute("aria-current", "step"); else mark.removeAttribute("aria-current"); });
    if (index === stages.length - 1) confirm(wizard, stages);
    stages[index].querySelector("h2").focus();
  };
  const stageOf = (field) => stages.findIndex((stage) => stage.querySelector(`[data-problem="${CSS.escape(field)}"]`));
  const next = async () => {
    const { problems } = await send(wizard.dataset.check, wizard);
    const here = Object.fromEntries(Object.entries(problems).filter(([field]) => {
      const stage = stageOf(field);
      return stage >= 0 ? stage <= current : field !== "conf";
    }));
    showProblems(wizard, here);
    if (Object.keys(here).length === 0) show(current + 1);
  };
  wizard.addEventListener("click", (event) => {
    if (event.target.closest("[data-next]")) next().catch(() => showProblems(wizard, { "": "The server does not answer: is it running?" }));
    if (event.target.closest("[data-back]")) show(current - 1);
  });
  wizard.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input") && current < stages.length - 1) {
      event.preventDefault();
      stages[current].querySelector("[data-next]").click();
    }
  });
  wizard.addEventListener("problems", (event) => {
    const stage = Math.max(...Object.keys(event.detail).map(stageOf));
    if (stage >= 0) show(stage);
    showProblems(wizard, event.detail);
  });
  depend(wizard);
  show(0);
};
