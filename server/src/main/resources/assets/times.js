// Times, which pages hold in UTC, in the reader's own zone; the exact one on hover.
const short = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const toTheSecond = new Intl.DateTimeFormat(undefined, { year: "numeric", month: "short", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const steps = [["second", 60], ["minute", 60], ["hour", 24], ["day", 7]];

const ago = (time) => {
  let amount = Math.round((time - Date.now()) / 1000);
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size) return relative.format(amount, unit);
    amount = Math.round(amount / size);
  }
  return short.format(time);
};

const show = (element) => {
  const time = new Date(element.dateTime);
  const form = element.dataset.form ?? (element.closest(".c-time, .moment, .chart-axis") ? "exact" : "short");
  const text = form === "ago" ? ago(time) : (form === "exact" ? toTheSecond : short).format(time);
  if (element.textContent !== text) element.textContent = text;
  element.title = `${exact.format(time)}, ${element.dateTime}`;
};

export const showTimes = (root) => root.querySelectorAll("time[datetime]").forEach(show);

setInterval(() => showTimes(document), 15_000);
