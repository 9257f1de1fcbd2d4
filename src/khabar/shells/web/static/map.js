// The map: nearer and farther by wheel, keys and buttons, moved by dragging. Marks and names keep their size, and as many
// names are shown as have room. Without script the picture shows all places, and the table says the same.

const frame = document.querySelector("[data-map]");
const picture = frame.querySelector("svg");
const buttons = document.querySelector("[data-map-buttons]");
const places = [...picture.querySelectorAll("a.place")].map((link) => {
  const { e: x, f: y } = link.transform.baseVal.consolidate().matrix;
  return { link, x, y, name: link.querySelector("text") };
});
const home = { ...numbers(picture.getAttribute("viewBox")) };
const world = { ...numbers(picture.dataset.whole) };
const NEAREST = 40; // units of the world's picture that are shown at the least
const STEP = 1.5;
let now = { ...home };

function numbers(text) {
  const [left, top, width, height] = text.split(" ").map(Number);
  return { left, top, width, height };
}

// The part that is really seen: the picture fills its frame, and what juts out is cut off.
function seen() {
  const { width, height } = picture.getBoundingClientRect();
  const scale = Math.max(width / now.width, height / now.height);
  return { width: width / scale, height: height / scale, scale };
}

function show() {
  now.left = Math.min(Math.max(now.left, world.left - now.width / 2), world.left + world.width - now.width / 2);
  now.top = Math.min(Math.max(now.top, world.top - now.height / 2), world.top + world.height - now.height / 2);
  picture.setAttribute("viewBox", [now.left, now.top, now.width, now.height].join(" "));
  for (const { link, x, y } of places) link.setAttribute("transform", `translate(${x} ${y}) scale(${now.width / 1000})`);
  name();
}

const apart = (one, other) =>
  one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;

// Right of its mark, left of it, above, below: as drawings/marks.py has them.
function stands(name) {
  const reach = name.parentNode.querySelector(".mark").getBBox().width / 2 + 4;
  return [[reach, 5, "start"], [-reach, 5, "end"], [0, -reach - 4, "middle"], [0, reach + 14, "middle"]];
}

// Those of the largest marks first, and none over another name or mark: the marks stand in that order.
let waiting = 0;
function name() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const frame_box = frame.getBoundingClientRect();
    const all = places.map(({ link, name }) => ({ name, mark: link.querySelector(".mark").getBoundingClientRect() }));
    const near = all.filter(({ mark }) => !apart(mark, frame_box));
    const taken = [];
    for (const { name, mark } of near) {
      const others = [...taken, ...near.filter((other) => other.mark !== mark).map((other) => other.mark)];
      const free = stands(name).some(([x, y, anchor]) => {
        name.setAttribute("x", x);
        name.setAttribute("y", y);
        name.setAttribute("text-anchor", anchor);
        const box = name.getBoundingClientRect();
        const is_whole = box.left > frame_box.left && box.right < frame_box.right && box.top > frame_box.top && box.bottom < frame_box.bottom;
        return is_whole && others.every((other) => apart(box, other));
      });
      if (free) taken.push(name.getBoundingClientRect());
      name.setAttribute("visibility", free ? "visible" : "hidden");
    }
  }, 60);
}

function zoom(by, x = now.left + now.width / 2, y = now.top + now.height / 2) {
  const width = Math.min(Math.max(now.width * by, NEAREST), world.width);
  const ratio = width / now.width;
  now = { left: x - (x - now.left) * ratio, top: y - (y - now.top) * ratio, width, height: now.height * ratio };
  show();
}

function move(right, down) {
  now.left += right;
  now.top += down;
  show();
}

function at(event) {
  const box = picture.getBoundingClientRect();
  const part = seen();
  return [
    now.left + now.width / 2 + (event.clientX - box.left - box.width / 2) / part.scale,
    now.top + now.height / 2 + (event.clientY - box.top - box.height / 2) / part.scale,
  ];
}

picture.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !frame.matches(":focus-within")) return; // a page that is only scrolled by stays as it is
  event.preventDefault();
  zoom(event.deltaY > 0 ? STEP : 1 / STEP, ...at(event));
}, { passive: false });

let drag = null;
picture.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  drag = { x: event.clientX, y: event.clientY, moved: false };
  frame.focus({ preventScroll: true });
});
picture.addEventListener("pointermove", (event) => {
  if (!drag || !event.buttons) return;
  const { scale } = seen();
  if (!drag.moved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5) return;
  if (!drag.moved) picture.setPointerCapture(event.pointerId);
  drag.moved = true;
  move((drag.x - event.clientX) / scale, (drag.y - event.clientY) / scale);
  Object.assign(drag, { x: event.clientX, y: event.clientY });
});
picture.addEventListener("click", (event) => {
  if (drag?.moved) event.preventDefault(); // the end of a drag opens nothing
  drag = null;
}, true);
picture.addEventListener("dragstart", (event) => event.preventDefault());

const KEYS = {
  "+": () => zoom(1 / STEP),
  "=": () => zoom(1 / STEP),
  "-": () => zoom(STEP),
  "0": back,
  ArrowLeft: () => move(-now.width / 10, 0),
  ArrowRight: () => move(now.width / 10, 0),
  ArrowUp: () => move(0, -now.height / 10),
  ArrowDown: () => move(0, now.height / 10),
};
frame.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

function back() {
  now = { ...home };
  show();
}

buttons.hidden = false;
buttons.addEventListener("click", (event) => {
  const by = event.target.closest("button")?.dataset.by;
  if (by === "in") zoom(1 / STEP);
  if (by === "out") zoom(STEP);
  if (by === "home") back();
});
