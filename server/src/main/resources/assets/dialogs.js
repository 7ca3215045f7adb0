// Dialogs: opened by what names them, closed by their buttons, and asked before anything is lost.
export const openDialogs = () => {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    if (event.target.closest?.("[data-closes]")) event.target.closest("dialog")?.close();
  });
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.ask;
    if (!question || event.target.dataset.sure) return;
    event.preventDefault();
    ask(question, event.target.dataset.button ?? "Delete", () => {
      event.target.dataset.sure = "yes";
      event.target.requestSubmit();
    });
  });
};

const ask = (question, button, then) => {
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  const text = document.createElement("p");
  text.textContent = question;
  const buttons = document.createElement("div");
  buttons.className = "dialog-buttons";
  const no = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-outline-secondary", textContent: "Cancel" });
  const yes = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-danger", textContent: button });
  buttons.append(no, yes);
  dialog.append(text, buttons);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  no.addEventListener("click", () => dialog.close());
  yes.addEventListener("click", () => { dialog.close(); then(); });
  dialog.showModal();
  no.focus();
};

/** A dialog that the server made, to be shown at once. */
export const showDialog = (dialog) => dialog.showModal();
