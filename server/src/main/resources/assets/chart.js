// Charts over time: what is under the pointer is told in words, and what is dragged over is looked at closely.
const words = (bar) => {
  const parts = [...bar.querySelectorAll("[data-series]")].reverse().map((part) => `${Number(part.dataset.count).toLocaleString()} ${part.dataset.series}`);
  const only = bar.parentElement.querySelectorAll("[data-series]").length && new Set([...bar.parentElement.querySelectorAll("[data-series]")].map((part) => part.dataset.series)).size === 1;
  return only ? Number(bar.dataset.total).toLocaleString() : `${Number(bar.dataset.total).toLocaleString()}: ${parts.join(", ")}`;
};

const when = (from, to) => {
  const options = to - from < 86_400_000 ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "medium" };
  return new Intl.DateTimeFormat(undefined, options).format(from);
};

/** A chart has its bars in `data-from` and `data-to`, and in `data-zoom` the address of a closer look. */
export const keepChart = (chart) => {
  const plot = chart.querySelector(".chart-plot");
  const svg = plot.querySelector("svg");
  const told = chart.querySelector(".chart-told");
  const mark = chart.querySelector(".chart-drag");
  const first = Number(chart.dataset.from);
  const last = Number(chart.dataset.to);
  const bars = [...chart.querySelectorAll(".bar")];
  let began = null;
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  const time = (share) => Math.round(first + share * (last - first));
  const tell = (share) => {
    const moment = time(share);
    const bar = bars.find((one) => Number(one.dataset.from) <= moment && moment < Number(one.dataset.to));
    bars.forEach((one) => one.classList.toggle("bar-on", one === bar));
    told.textContent = bar ? `${when(Number(bar.dataset.from), Number(bar.dataset.to))} · ${words(bar)}` : when(moment, moment + 1);
  };
  const show = (share) => {
    mark.hidden = false;
    const left = Math.min(began, share);
    mark.style.setProperty("left", `${left * 100}%`);
    mark.style.setProperty("width", `${Math.abs(share - began) * 100}%`);
  };
  const go = (from, to) => location.assign(chart.dataset.zoom.replace("FROM", from).replace("TO", to));
  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    began = at(event);
    plot.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  plot.addEventListener("pointermove", (event) => {
    tell(at(event));
    if (began !== null) show(at(event));
  });
  plot.addEventListener("pointerup", (event) => {
    if (began === null) return;
    const [left, right] = [began, at(event)].sort((a, b) => a - b);
    began = null;
    mark.hidden = true;
    if (right - left > 0.005) { go(time(left), time(right)); return; }
    const moment = time(right);
    const bar = bars.find((one) => Number(one.dataset.from) <= moment && moment < Number(one.dataset.to));
    if (bar) go(bar.dataset.from, bar.dataset.to);
  });
  plot.addEventListener("pointercancel", () => { began = null; mark.hidden = true; });
  plot.addEventListener("pointerleave", () => {
    told.textContent = "";
    bars.forEach((one) => one.classList.remove("bar-on"));
  });
};
