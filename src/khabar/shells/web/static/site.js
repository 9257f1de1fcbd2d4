// What makes pages pleasanter where scripts run; all of them work without.

const root = document.documentElement;

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("khabar-theme", root.dataset.theme);
  });
}

// "/" leads to the search, as readers of many sites expect.
document.addEventListener("keydown", (event) => {
  const busy = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !busy && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("q")?.focus();
  }
});

// On a narrow screen the view that is open may stand out of sight.
document.querySelector('.views [aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });

// On a phone a long form that asks nothing yet is folded, so that the answers begin on the first screen.
if (matchMedia("(max-width: 40rem)").matches) {
  for (const form of document.querySelectorAll("main form.ask")) {
    const fields = [...form.elements].filter((field) => field.name);
    const asks = fields.some((field) => (field.type === "checkbox" ? field.checked : field.value));
    if (fields.length < 4 || asks) continue;
    const [folded, words] = [document.createElement("details"), document.createElement("summary")];
    words.textContent = document.getElementById("main").dataset.narrow;
    folded.className = "folded";
    form.replaceWith(folded);
    folded.append(words, form);
  }
}

// Forms ask nothing with the fields that are left empty, so that the address of an answer is short.
for (const form of document.querySelectorAll("form.ask")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}

if (document.querySelector("[data-layers]")) import("./report.js");
if (document.querySelector("[data-map]")) import("./map.js");

// A wide picture on a narrow screen begins with its middle.
for (const wide of document.querySelectorAll("[data-centred]")) {
  const sign = getComputedStyle(wide).direction === "rtl" ? -1 : 1;
  wide.scrollLeft = sign * (wide.scrollWidth - wide.clientWidth) / 2;
}
