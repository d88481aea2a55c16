"use strict";
const root = document.documentElement;
const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
document.getElementById("theme").addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; });
const records = [...document.querySelectorAll("details.record")];
const action = document.getElementById("action"), words = document.getElementById("words"), shown = document.getElementById("shown");
function filter() {
  const wanted = words.value.trim().toLowerCase();
  let count = 0;
  for (const record of records) {
    const fits = (!action.value || record.dataset.action === action.value || record.dataset.change === action.value)
      && (!wanted || record.textContent.toLowerCase().includes(wanted));
    record.hidden = !fits;
    count += fits;
  }
  shown.textContent = `${count} of ${records.length} shown`;
}
if (action) { action.addEventListener("change", filter); words.addEventListener("input", filter); filter(); }
