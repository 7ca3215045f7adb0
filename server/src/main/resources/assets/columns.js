// Which columns of a table are shown, remembered by this browser under the table's name.
const read = (name) => JSON.parse(localStorage.getItem(`columns:${name}`) ?? "null");

/** A picker is a list of check boxes; what has its table has `data-hidden` with the names of columns that are not shown. */
export const keepColumns = (picker) => {
  const table = document.getElementById(picker.dataset.columns);
  const boxes = [...picker.querySelectorAll("input[type=checkbox]")];
  const usual = boxes.filter((box) => !box.defaultChecked).map((box) => box.value);
  const apply = (hidden) => {
    table.dataset.hidden = hidden.join(" ");
    boxes.forEach((box) => { box.checked = !hidden.includes(box.value); });
  };
  picker.addEventListener("change", () => {
    const hidden = boxes.filter((box) => !box.checked).map((box) => box.value);
    localStorage.setItem(`columns:${table.id}`, JSON.stringify(hidden));
    apply(hidden);
  });
  picker.querySelector("[data-reset]")?.addEventListener("click", () => {
    localStorage.removeItem(`columns:${table.id}`);
    apply(usual);
  });
  apply(read(table.id) ?? usual);
};
