// Draws the sewn bag: shadow on the ground, cloth, lines. Draws when something has changed, never in between.

import { parted } from "./apart.js";
import { arrays, canvas, colour, program } from "./gl.js";
import { fromAbove } from "./matrix.js";
import * as shaders from "./shaders.js";

const DESIGNS = { stripes: 1, check: 2, dots: 3 };
const WEAVES = { smooth: 0, plain: 1, twill: 2 };
const DASH = 3.6; // mm from one stitch to the next [K]
const THICK = { topstitch: 0.55, zip: 1.6, seam: 0.5, edge: 0.45, fold: 0.35, "style-line": 0.5 }; // half widths in mm
const TOGETHER = [0, 0, 0];
const SHADOW = 96; // pixels of the shadow's picture: it is soft

/** A canvas on which a model is seen. Throws Error where there is no WebGL 2. */
export class Scene {
  constructor(element) {
    const gl = element.getContext("webgl2", { antialias: true, alpha: true, preserveDrawingBuffer: false });
    if (!gl) throw new Error("no WebGL 2");
    Object.assign(this, { element, gl, meshes: [], lines: [], apart: false, lit: () => 0, some: false });
    this.cloth = program(gl, shaders.CLOTH_POINTS, shaders.CLOTH_PIXELS);
    this.line = program(gl, shaders.LINE_POINTS, shaders.LINE_PIXELS);
    this.above = program(gl, shaders.SHADOW_POINTS, shaders.SHADOW_PIXELS);
    this.ground = program(gl, shaders.GROUND_POINTS, shaders.GROUND_PIXELS);
    this.floor = arrays(gl, this.ground, { corner: [new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), 2] });
    this.shadow = canvas(gl, SHADOW);
  }

  /** Takes a model in the place of the last one. */
  show(model) {
    const { gl } = this;
    [...this.meshes, ...this.lines].forEach((each) => each.arrays.forEach((one) => one.free()));
    this.model = model;
    this.meshes = model.meshes.map((each) => ({ each, arrays: this.surfaces(gl, each), count: each.indices.length }));
    this.lines = model.lines.map((each) => ({ each, arrays: [this.strip(gl, each)], count: each.indices.length }));
    this.takeApart(this.apart);
    this.drawShadow();
  }

  surfaces(gl, each) {
    const shown = arrays(gl, this.cloth, { place: [each.places, 3], normal: [each.normals, 3], cloth: [each.uv, 2] }, each.indices);
    return [shown, arrays(gl, this.above, { place: [each.places, 3] }, each.indices)];
  }

  strip(gl, { place, next, normal, side, indices }) {
    const told = { place: [place, 3], next: [next, 3], normal: [normal, 3], side: [side, 3] };
    const packed = Object.fromEntries(Object.entries(told).map(([key, [list, each]]) => [key, [new Float32Array(list), each]]));
    return arrays(gl, this.line, packed, new Uint32Array(indices));
  }

  /** Has the bag taken apart, or put together. */
  takeApart(apart) {
    this.apart = apart;
    this.extent = this.model && (apart ? parted(this.model) : this.model);
  }

  /** How far a mesh or a line is moved; null for a line that joins what is now apart. */
  shiftOf(each) {
    return this.apart ? each.away : TOGETHER;
  }

  draw(camera, looks, dark) {
    const { gl, element } = this;
    const size = fitted(element);
    if (!this.model) return;
    const view = camera.view(size[0] / size[1]);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, ...size);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.FUNC_ADD);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.drawGround(view, dark);
    this.drawCloth(view, looks);
    this.drawLines(view, size, looks);
  }

  /** Once for a model: it is the same from wherever one looks. */
  drawShadow() {
    const { gl, model, above } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.shadow.frame);
    gl.viewport(0, 0, SHADOW, SHADOW);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.disable(gl.DEPTH_TEST);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.MAX);
    gl.useProgram(above.made);
    gl.uniformMatrix4fv(above.uniforms.whole, false, fromAbove(model.middle[0], model.middle[2], this.floorReach()));
    gl.uniform1f(above.uniforms.top, model.box.high[1] * 0.7 + 60);
    this.each(this.meshes, above, 1);
  }

  floorReach() {
    return this.model.reach * 1.35;
  }

  each(drawn, used, which, before = () => true) {
    const { gl } = this;
    for (const one of drawn) {
      if (!before(one.each)) continue;
      gl.uniform3fv(used.uniforms.shift, this.shiftOf(one.each));
      gl.bindVertexArray(one.arrays[which].made);
      gl.drawElements(gl.TRIANGLES, one.count, gl.UNSIGNED_INT, 0);
    }
  }

  drawGround(view, dark) {
    const { gl, ground, model } = this;
    if (view.back[1] < 0.02 || this.apart) return; // what hangs in the air has no ground
    gl.disable(gl.DEPTH_TEST);
    gl.useProgram(ground.made);
    gl.uniformMatrix4fv(ground.uniforms.whole, false, view.whole);
    gl.uniform3fv(ground.uniforms.middle, [model.middle[0], 0, model.middle[2]]);
    gl.uniform1f(ground.uniforms.reach, this.floorReach());
    gl.uniform1f(ground.uniforms.dark, dark ? 0.75 : 0.42);
    gl.bindTexture(gl.TEXTURE_2D, this.shadow.texture);
    gl.bindVertexArray(this.floor.made);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  drawCloth(view, looks) {
    const { gl, cloth } = this;
    gl.enable(gl.DEPTH_TEST);
    gl.enable(gl.POLYGON_OFFSET_FILL);
    gl.polygonOffset(1, 2);
    gl.useProgram(cloth.made);
    gl.uniformMatrix4fv(cloth.uniforms.whole, false, view.whole);
    gl.uniform3fv(cloth.uniforms.eye, view.eye);
    gl.uniform3fv(cloth.uniforms.accent, colour("#e8a13a"));
    gl.uniform1f(cloth.uniforms.high, this.model.box.high[1]);
    this.each(this.meshes, cloth, 0, (each) => this.paint(each, looks));
    gl.disable(gl.POLYGON_OFFSET_FILL);
  }

  paint(each, looks) {
    const { gl, cloth: { uniforms } } = this;
    const look = looks[each.material] ?? {};
    const lit = this.lit(each);
    gl.uniform3fv(uniforms.colour, colour(look.colour));
    gl.uniform3fv(uniforms.second, colour(look.second));
    gl.uniform1i(uniforms.two, each.inner && each.inner !== each.material ? 1 : 0);
    gl.uniform3fv(uniforms.behind, colour(looks[each.inner]?.colour));
    gl.uniform1f(uniforms.rough, look.roughness ?? 0.8);
    gl.uniform1f(uniforms.metal, look.metallic ?? 0);
    gl.uniform1f(uniforms.repeat, look.repeat || 1);
    gl.uniform1i(uniforms.design, DESIGNS[look.design] ?? 0);
    gl.uniform1i(uniforms.weave, WEAVES[look.weave] ?? 0);
    gl.uniform1f(uniforms.lit, lit);
    gl.uniform1f(uniforms.dim, this.some && !lit ? 1 : 0);
    return true;
  }

  drawLines(view, size, looks) {
    const { gl, line } = this;
    gl.depthMask(false);
    gl.useProgram(line.made);
    gl.uniformMatrix4fv(line.uniforms.whole, false, view.whole);
    gl.uniform2fv(line.uniforms.size, size);
    for (const one of this.lines) this.drawLine(one, looks);
    gl.depthMask(true);
  }

  drawLine({ each, arrays: [strip], count }, looks) {
    const { gl, line: { uniforms } } = this;
    const shift = this.shiftOf(each);
    if (!shift) return;
    const lit = this.lit(each);
    gl.uniform3fv(uniforms.shift, shift);
    gl.uniform3fv(uniforms.colour, lit ? colour("#d5651d") : this.inkOf(each.kind, looks));
    gl.uniform1f(uniforms.thick, (THICK[each.kind] ?? 0.4) * (lit ? 3 : 1));
    gl.uniform1f(uniforms.dash, each.kind === "topstitch" ? DASH : 0);
    gl.uniform1f(uniforms.dim, this.some && !lit ? 1 : 0);
    gl.uniform1f(uniforms.opacity, each.kind === "topstitch" || lit ? 1 : 0.85);
    gl.bindVertexArray(strip.made);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, 0);
  }

  inkOf(kind, looks) {
    if (kind === "topstitch") return colour(looks.thread?.colour);
    if (kind === "zip") return colour(looks.metal?.colour);
    return colour(Object.values(looks)[0]?.colour).map((part) => part * 0.4);
  }
}

function fitted(element) {
  const scale = Math.min(2, devicePixelRatio || 1);
  const size = [element.clientWidth, element.clientHeight].map((each) => Math.max(1, Math.round(each * scale)));
  if (element.width !== size[0]) element.width = size[0];
  if (element.height !== size[1]) element.height = size[1];
  return size;
}
