// The report page: a click on marked words tells what they were read as, outermost first.

const text = document.querySelector("[data-layers]");
const card = document.createElement("div");
card.className = "read-as";
card.popover = "auto";
document.body.append(card);

function itemsAt(mark) {
  const found = [];
  for (let at = mark; at && at !== text; at = at.parentElement) {
    for (const name of at.classList) if (name.startsWith("of-")) found.unshift(name.slice(3));
  }
  return [...new Set(found)];
}

function tell(mark) {
  const told = itemsAt(mark).map((id) => document.getElementById(`i-${id}`)).filter(Boolean);
  if (!told.length) return;
  card.replaceChildren(...told.map((item) => {
    const copy = document.createElement("div");
    copy.className = "read-as-item";
    copy.append(...item.cloneNode(true).childNodes);
    return copy;
  }));
  const box = mark.getClientRects()[0];
  card.showPopover();
  const width = card.offsetWidth;
  const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), innerWidth - width - 8);
  const below = box.bottom + 8;
  const top = below + card.offsetHeight < innerHeight ? below : Math.max(8, box.top - card.offsetHeight - 8);
  card.style.setProperty("--left", `${left}px`);
  card.style.setProperty("--top", `${top}px`);
}

for (const mark of text.querySelectorAll("mark")) {
  // Those that hold others are reached through these: what can be operated may not stand within what can be operated.
  if (mark.querySelector("mark") || !itemsAt(mark).length) continue;
  mark.tabIndex = 0;
  mark.setAttribute("role", "button");
}
text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark) tell(mark);
});
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  const mark = event.target.closest("mark");
  if (mark) { event.preventDefault(); tell(mark); }
});
