// What a camera needs of vectors and 4 x 4 matrices (column by column, as WebGL reads them).

export const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const plus = (a, b, by = 1) => [a[0] + b[0] * by, a[1] + b[1] * by, a[2] + b[2] * by];
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

export function unit(a) {
  const length = Math.hypot(...a) || 1;
  return a.map((each) => each / length);
}

/** a after b. */
export function product(a, b) {
  const made = new Float32Array(16);
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 4; row += 1) {
      for (let k = 0; k < 4; k += 1) made[column * 4 + row] += a[k * 4 + row] * b[column * 4 + k];
    }
  }
  return made;
}

/** Looks from *eye* to *target*, up being +y. */
export function looking(eye, target) {
  const back = unit(minus(eye, target));
  const right = unit(cross([0, 1, 0], back));
  const up = cross(back, right);
  const rows = [right, up, back];
  const made = new Float32Array(16);
  rows.forEach((axis, row) => {
    for (let k = 0; k < 3; k += 1) made[k * 4 + row] = axis[k];
    made[12 + row] = -dot(axis, eye);
  });
  made[15] = 1;
  return { matrix: made, right, up, back };
}

/** Perspective: *slope* is the tangent of half the view's height. */
export function perspective(slope, aspect, near, far) {
  const made = new Float32Array(16);
  made[0] = 1 / (slope * aspect);
  made[5] = 1 / slope;
  made[10] = -(far + near) / (far - near);
  made[11] = -1;
  made[14] = (-2 * far * near) / (far - near);
  return made;
}

/** Straight down on a square of half side *reach* round (x, z), whatever the height: for the shadow. */
export function fromAbove(x, z, reach) {
  return new Float32Array([1 / reach, 0, 0, 0, 0, 0, 0, 0, 0, 1 / reach, 0, 0, -x / reach, -z / reach, 0, 1]);
}
