// The sewn bag as the server sends it, made ready to draw and to pick: arrays, boxes, strips for the lines.

import { minus, cross, dot, plus } from "./matrix.js";

/** {meshes, lines, materials, middle, reach} of an answer's "sewn". */
export function model(sewn) {
  const meshes = sewn.meshes.map(mesh);
  const box = joined(meshes.map((each) => each.box));
  const lines = sewn.lines.map(line).filter(Boolean);
  return { meshes, lines, materials: sewn.materials, middle: middleOf(box), reach: Math.hypot(...minus(box.high, box.low)) / 2, box };
}

/** The middle of a box. */
export function middleOf({ low, high }) {
  return low.map((each, k) => (each + high[k]) / 2);
}

function mesh(told) {
  const places = floats(told.positions);
  const made = { ...told, places, normals: floats(told.normals), uv: floats(told.uv), indices: new Uint32Array(bytes(told.indices)) };
  made.box = boxed(places);
  return made;
}

function bytes(text) {
  return Uint8Array.from(atob(text), (each) => each.charCodeAt(0)).buffer;
}

function floats(text) {
  return new Float32Array(bytes(text ?? ""));
}

function boxed(places) {
  const [low, high] = [[Infinity, Infinity, Infinity], [-Infinity, -Infinity, -Infinity]];
  for (let at = 0; at < places.length; at += 1) {
    low[at % 3] = Math.min(low[at % 3], places[at]);
    high[at % 3] = Math.max(high[at % 3], places[at]);
  }
  return { low, high };
}

/** The box round several. */
export function joined(boxes) {
  const over = (pick, key) => [0, 1, 2].map((k) => pick(...boxes.map((each) => each[key][k])));
  return { low: over(Math.min, "low"), high: over(Math.max, "high") };
}

/** A polyline as strips: each stretch four corners, which the shader spreads. */
function line(told) {
  const [points, normals] = [floats(told.points), floats(told.normals)];
  const count = points.length / 3 - 1;
  if (count < 1) return null;
  const made = { kind: told.kind, owner: told.owner, place: [], next: [], normal: [], side: [], indices: [] };
  let along = 0;
  for (let at = 0; at < count; at += 1) along = stretch(made, points, normals, at, along);
  return made;
}

const CORNERS = [[0, -1], [0, 1], [1, -1], [1, 1]];

function stretch(made, points, normals, at, along) {
  const [a, b] = [points.subarray(at * 3, at * 3 + 3), points.subarray(at * 3 + 3, at * 3 + 6)];
  const normal = normals.length ? normals.subarray(at * 3, at * 3 + 3) : [0, 0, 0];
  const end = along + Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  for (const [which, side] of CORNERS) {
    made.place.push(...a);
    made.next.push(...b);
    made.normal.push(...normal);
    made.side.push(which, side, which ? end : along);
  }
  const first = at * 4;
  made.indices.push(first, first + 1, first + 2, first + 2, first + 1, first + 3);
  return end;
}

/** The mesh that a ray meets first, and where; null where it meets none. */
export function picked(meshes, { eye, way }, shiftOf = () => [0, 0, 0]) {
  let best = null;
  for (const each of meshes) {
    const from = minus(eye, shiftOf(each));
    if (!meetsBox(each.box, from, way)) continue;
    const far = nearest(each, from, way, best?.far ?? Infinity);
    if (far !== null) best = { mesh: each, far, at: plus(eye, way, far) };
  }
  return best;
}

function meetsBox({ low, high }, eye, way) {
  let [near, far] = [0, Infinity];
  for (let k = 0; k < 3; k += 1) {
    const [a, b] = [(low[k] - 1 - eye[k]) / way[k], (high[k] + 1 - eye[k]) / way[k]];
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far;
}

function nearest(each, eye, way, limit) {
  const { places, indices } = each;
  const corner = (at) => [places[at * 3], places[at * 3 + 1], places[at * 3 + 2]];
  let found = null;
  for (let at = 0; at < indices.length; at += 3) {
    const far = meets(corner(indices[at]), corner(indices[at + 1]), corner(indices[at + 2]), eye, way);
    if (far < (found ?? limit)) found = far;
  }
  return found;
}

/** How far along a ray a triangle is met (Moeller and Trumbore), infinite where it is not. */
function meets(a, b, c, eye, way) {
  const [ab, ac] = [minus(b, a), minus(c, a)];
  const p = cross(way, ac);
  const area = dot(ab, p);
  if (Math.abs(area) < 1e-12) return Infinity;
  const s = minus(eye, a);
  const u = dot(s, p) / area;
  if (u < 0 || u > 1) return Infinity;
  const q = cross(s, ab);
  const v = dot(way, q) / area;
  const far = dot(ac, q) / area;
  return v < 0 || u + v > 1 || far <= 0 ? Infinity : far;
}
