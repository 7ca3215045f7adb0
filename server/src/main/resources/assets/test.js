// The test dialog: shows each step of a connection test as it is told, one line of the answer after the other.
import { ours } from "./forms.js";

const dialog = () => document.getElementById("test");

/** Hands each piece of HTML of an answer over as it arrives; pieces end with a line feed. */
const pieces = async (answer, take) => {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    rest += value;
    const lines = rest.split("\n");
    rest = lines.pop();
    lines.filter(Boolean).forEach(take);
  }
};

const run = async (path, body, name, edit) => {
  const box = dialog();
  const steps = box.querySelector("[data-steps]");
  const outcome = box.querySelector("[data-outcome]");
  box.querySelector("[data-name]").textContent = name;
  steps.replaceChildren();
  outcome.innerHTML = box.querySelector("template[data-running]").innerHTML;
  box.showModal();
  try {
    const answer = await fetch(path, { method: "POST", body, headers: ours() });
    if (!answer.ok) {
      const text = await answer.text();
      outcome.innerHTML = box.querySelector("template[data-refused]").innerHTML;
      outcome.querySelector("[data-why]").textContent = answer.headers.get("Content-Type")?.startsWith("text/plain") ? text : `The test could not run: the server answered ${answer.status}.`;
      return;
    }
    await pieces(answer, (line) => {
      const { kind, html } = JSON.parse(line);
      if (kind === "step") steps.insertAdjacentHTML("beforeend", html);
      else outcome.innerHTML = html;
    });
  } catch {
    outcome.innerHTML = box.querySelector("template[data-refused]").innerHTML;
    outcome.querySelector("[data-why]").textContent = "The server does not answer: is it running?";
  }
  const link = outcome.querySelector("[data-edit]");
  if (link && edit) link.href = edit;
  else link?.remove();
};

export const watchTests = () => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-test]");
    if (!button) return;
    event.preventDefault();
    const body = button.form ? new URLSearchParams(new FormData(button.form)) : undefined;
    run(button.dataset.test, body, button.dataset.name ?? "", button.dataset.edit);
  });
  // it stays until its X is used; a browser that does not know `closedby` asks once whether it may close it
  dialog()?.addEventListener("cancel", (event) => event.preventDefault());
  dialog()?.addEventListener("keydown", (event) => { if (event.key === "Escape") event.preventDefault(); });
};
