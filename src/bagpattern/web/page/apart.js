// The bag taken apart: what is moved as one, and which way it goes.

import { cross, dot, minus, plus, unit } from "./matrix.js";
import { joined, middleOf } from "./model.js";

const WAY = 0.6; // of the bag's reach
const HIGHER = 0.35; // how much farther than what it lies on, as a share of that way
const ALIKE = 0.9; // cosine of the angle between two ways that are taken for one
const ON = 1; // mm between a line and the cloth that it is of
const LOOKED_AT = 8; // points of a line

/** Tells each mesh and each line where it goes, *away*, when the bag is taken apart; null is a line that joins parts.
 * Gives the middle of all of it then, and how far it reaches from there. */
export function parted(model) {
  const parts = gathered(model.meshes);
  const heart = heartOf(parts, model.middle);
  for (const each of parts) each.way = unit(minus(each.middle, heart));
  parts.sort((a, b) => b.face - a.face).forEach((each, at) => send(each, parts.slice(0, at), model.reach * WAY));
  for (const line of model.lines) line.away = whose(line, parts)?.away ?? null;
  return around(parts.map(({ box, away }) => ({ low: plus(box.low, away), high: plus(box.high, away) })));
}

/** Layers of one piece, and what of one bought thing touches, make one part. */
function gathered(meshes) {
  const parts = [];
  for (const mesh of meshes) {
    const own = parts.find((each) => isOf(each, mesh));
    if (own) Object.assign(own, { meshes: [...own.meshes, mesh], box: joined([own.box, mesh.box]) });
    else parts.push({ id: mesh.piece || mesh.notion, meshes: [mesh], box: mesh.box });
  }
  return parts.map((each) => ({ ...each, middle: middleOf(each.box), face: Math.max(...each.meshes.map(faceOf)) }));
}

function isOf({ meshes: [first], box }, mesh) {
  const same = ["piece", "copy", "notion"].every((key) => first[key] === mesh[key]);
  return same && (mesh.piece !== "" || touches(box, mesh.box));
}

function touches(a, b) {
  return [0, 1, 2].every((k) => a.low[k] <= b.high[k] + ON && b.low[k] <= a.high[k] + ON);
}

/** How large a mesh is where it faces one way: a flat panel all of it, what goes round nothing. */
function faceOf({ places, indices }) {
  const corner = (at) => places.subarray(indices[at] * 3, indices[at] * 3 + 3);
  let sum = [0, 0, 0];
  for (let at = 0; at < indices.length; at += 3) {
    const first = corner(at);
    sum = plus(sum, cross(minus(corner(at + 1), first), minus(corner(at + 2), first)), 0.5);
  }
  return Math.hypot(...sum);
}

/** From where all goes outward: amid the panels, whatever straps stand above them. */
function heartOf(parts, middle) {
  const cloth = parts.filter((each) => each.meshes[0].piece !== "");
  const all = cloth.reduce((sum, each) => sum + each.face, 0);
  return all ? cloth.reduce((sum, each) => plus(sum, each.middle, each.face / all), [0, 0, 0]) : middle;
}

/** What lies on larger parts goes their way, farther. */
function send(part, larger, far) {
  const under = larger.filter((each) => touches(each.box, part.box) && dot(each.way, part.way) > ALIKE);
  part.away = part.way.map((each) => each * far * (1 + HIGHER * under.length));
  for (const mesh of part.meshes) mesh.away = part.away;
}

function around(boxes) {
  const middle = middleOf(joined(boxes));
  const farthest = ({ low, high }) => Math.hypot(...middle.map((at, k) => Math.max(at - low[k], high[k] - at)));
  return { middle, reach: Math.max(...boxes.map(farthest)) };
}

/** The part that a line is of: one that it names, and else one on which all of it lies; of several the nearest. */
function whose({ owner, place }, parts) {
  const step = Math.max(12, Math.floor(place.length / 12 / LOOKED_AT) * 12); // a stretch has four corners at its beginning
  const points = Array.from({ length: Math.ceil(place.length / step) }, (_, at) => place.slice(at * step, at * step + 3));
  const found = parts.filter((each) => !owner || each.id === owner).map((part) => ({ part, far: farthest(points, part) }));
  const { part, far } = found.sort((a, b) => a.far - b.far)[0] ?? {};
  return owner || far < ON ? part : null;
}

/** mm from a part to the point that is farthest from it. */
function farthest(points, { meshes }) {
  return Math.max(...points.map((point) => Math.min(...meshes.map((each) => nearest(point, each.places)))));
}

function nearest([x, y, z], places) {
  let least = Infinity;
  for (let at = 0; at < places.length; at += 3) {
    least = Math.min(least, (places[at] - x) ** 2 + (places[at + 1] - y) ** 2 + (places[at + 2] - z) ** 2);
  }
  return Math.sqrt(least);
}
