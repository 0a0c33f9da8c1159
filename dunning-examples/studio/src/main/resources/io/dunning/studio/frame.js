// What stands around the page: the day, and light or dark.
import { settled } from "./server.js";

const $ = id => document.getElementById(id);
const DAY = 86400000;

// the slider of the day, and the box with the same day in words
export function days(first, last, asOf, moved) {
  const number = text => Math.round(Date.parse(text + "T00:00:00Z") / DAY);
  const text = of => new Date(of * DAY).toISOString().slice(0, 10);
  const slider = $("slider");
  const box = $("day");
  Object.assign(slider, { min: number(first), max: number(last), value: number(asOf) });
  const movedSoon = settled(60, moved);
  function show(to) {
    slider.setAttribute("aria-valuetext", to);
    if (box.value !== to) {
      box.value = to;
    }
    box.setCustomValidity("");
  }
  slider.addEventListener("input", () => {
    show(text(Number(slider.value)));
    movedSoon(box.value);
  });
  box.addEventListener("input", () => {
    const known = /^\d{4}-\d\d-\d\d$/.test(box.value) && !Number.isNaN(number(box.value))
      && text(number(box.value)) === box.value;
    box.setCustomValidity(known ? "" : "not a day such as 2026-06-30");
    if (known) {
      slider.value = number(box.value);
      show(box.value);
      movedSoon(box.value);
    }
  });
  show(asOf);
}

export function theme() {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  const label = () => { $("theme").textContent = isDark() ? "Light" : "Dark"; };
  $("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    label();
  });
  system.addEventListener("change", label);
  label();
}
