// Sets light or dark before anything is painted: as chosen here, else as the system has it.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const set = () => { document.documentElement.dataset.bsTheme = localStorage.getItem("theme") ?? (system.matches ? "dark" : "light"); };
  system.addEventListener("change", set);
  set();
})();
// A click that comes before the modules have loaded must not do unasked what they would ask about.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.ask && !("ready" in document.documentElement.dataset)) event.preventDefault();
}, true);
