// The map of the pages: the land and the borders of Natural Earth (1:50 million) as two paths of whole numbers, in the
// Miller projection. shells/web/drawings/world.py has the same projection, for the places upon it.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { geoPath, geoProjection } from "d3-geo";
import { merge, mesh } from "topojson-client";

const TO = new URL(process.env.ASSETS_TO ?? "../src/khabar/shells/web/static/", import.meta.url);
const UNITS = 20; // of the picture in one degree of longitude
const SOUTH = -58; // the latitudes between which the picture lies: nothing else has news
const NORTH = 84;

const miller = (longitude, latitude) => [longitude, 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * latitude))];
const scale = UNITS * 180 / Math.PI;
const down = (latitude) => Math.round(-scale * miller(0, latitude * Math.PI / 180)[1]);
const [left, top, right, bottom] = [-180 * UNITS, down(NORTH), 180 * UNITS, down(SOUTH)];
const project = geoProjection(miller).scale(scale).translate([0, 0]).precision(0).clipExtent([[left, top], [right, bottom]]);

// Lines as steps of whole units; one that never leaves its first point is left out.
class Steps {
  lines = [];
  moveTo(x, y) { this.lines.push({ points: [[Math.round(x), Math.round(y)]], closed: false }); }
  lineTo(x, y) {
    const { points } = this.lines.at(-1);
    const [[lastX, lastY], next] = [points.at(-1), [Math.round(x), Math.round(y)]];
    if (next[0] !== lastX || next[1] !== lastY) points.push(next);
  }
  closePath() { this.lines.at(-1).closed = true; }
  toString() {
    return this.lines.filter(({ points, closed }) => points.length > (closed ? 2 : 1)).map(({ points, closed }) => {
      const steps = points.slice(1).map(([x, y], n) => `${x - points[n][0]} ${y - points[n][1]}`);
      return `M${points[0].join(" ")}l${steps.join(" ")}${closed ? "z" : ""}`;
    }).join("").replaceAll(" -", "-");
  }
}

function drawn(shape) {
  const steps = new Steps();
  geoPath(project, steps)(shape);
  return steps.toString();
}

const atlas = JSON.parse(readFileSync(new URL(import.meta.resolve("world-atlas/countries-50m.json"))));
const { countries } = atlas.objects;

mkdirSync(TO, { recursive: true });
copyFileSync(new URL(import.meta.resolve("world-atlas/LICENSE")), new URL("world.licence.txt", TO));
writeFileSync(new URL("world.svg", TO), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${right - left} ${bottom - top}">
<!-- Natural Earth, public domain; made by assets/world.js -->
<path id="land" vector-effect="non-scaling-stroke" d="${drawn(merge(atlas, countries.geometries))}"/>
<path id="borders" fill="none" vector-effect="non-scaling-stroke" d="${drawn(mesh(atlas, countries, (one, other) => one !== other))}"/>
</svg>
`);
