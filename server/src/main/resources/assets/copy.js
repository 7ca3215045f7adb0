// Buttons that copy what a field holds: `data-copies` names the field.
const done = (button) => {
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, 2_000);
};

/** The clipboard is only there over TLS and on this machine; else the field is marked, to be copied by hand. */
export const copyFields = () => {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copies]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      done(button);
    } catch {
      button.textContent = "Press Ctrl+C";
    }
  });
};
