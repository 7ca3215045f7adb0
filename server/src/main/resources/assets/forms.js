// Forms that keep what was typed: problems are shown at their fields, and the form stays as it is.

/** What a request of ours carries, so that the server knows that a page of ours sent it. */
export const ours = () => ({ ...JSON.parse(document.body.getAttribute("hx-headers")), "HX-Request": "true" });

const place = (form, field) =>
  form.querySelector(`[data-problem="${CSS.escape(field)}"]`) ?? form.querySelector('[data-problem=""]');

/** Shows problems, by field, at the fields; the first field at fault gets the focus. */
export const showProblems = (form, problems) => {
  form.querySelectorAll("[data-problem]").forEach((box) => { box.textContent = ""; });
  form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  for (const [field, message] of Object.entries(problems)) {
    place(form, field).textContent = message;
    form.querySelectorAll(`[name="${CSS.escape(field)}"]`).forEach((input) => input.setAttribute("aria-invalid", "true"));
  }
  form.querySelector("[aria-invalid]")?.focus();
};

/** Sends a form; what the server answered. */
export const send = async (path, form) => {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: ours() });
  if (answer.redirected || answer.status === 401) { location.reload(); return { problems: { "": "sign in again" } }; }
  const json = answer.headers.get("Content-Type")?.includes("json");
  return json ? answer.json() : { problems: { "": (await answer.text()).slice(0, 300) || "That did not work." } };
};

const replace = (form, html) => {
  const place = document.createElement("div");
  place.innerHTML = html;
  form.replaceWith(...place.children);
  document.querySelector("[data-focus]")?.focus();
};

const submit = async (form, event) => {
  event.preventDefault();
  const buttons = form.querySelectorAll("button");
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const answer = await send(form.action, form);
    if (answer.location) location.assign(answer.location);
    else if (answer.html) replace(form, answer.html);
    else form.dispatchEvent(new CustomEvent("problems", { detail: answer.problems, bubbles: true }));
  } catch {
    form.dispatchEvent(new CustomEvent("problems", { detail: { "": "The server does not answer: is it running?" }, bubbles: true }));
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
};

/** Forms with `data-stays` are sent without leaving the page, until the server says where to go on. */
export const keepForms = (form) => {
  form.addEventListener("submit", (event) => submit(form, event));
  form.addEventListener("problems", (event) => showProblems(form, event.detail));
};

/** What is only asked for where another field has a value, as in `data-needs="name=value"`. */
export const keepNeeds = (part) => {
  const [name, value] = part.dataset.needs.split("=");
  const form = part.closest("form");
  const show = () => {
    part.hidden = new FormData(form).get(name) !== value;
    part.querySelectorAll("input").forEach((input) => { input.disabled = part.hidden; });
  };
  form.addEventListener("change", show);
  show();
};

/** How far back to begin is chosen in words, and sent as a time. */
export const keepStart = (select) => {
  const day = 86_400_000;
  [...select.options].filter((option) => option.dataset.days).forEach((option) => { option.value = Date.now() - option.dataset.days * day; });
  [...select.options].filter((option) => "since" in option.dataset).forEach((option) => { option.textContent = `From ${new Date(Number(option.value)).toLocaleString()}`; });
};
