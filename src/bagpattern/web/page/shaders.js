// The shaders: cloth with its weave and print, lines as stitches, the soft shadow on the ground.

const HEAD = "#version 300 es\nprecision highp float;\n";

export const CLOTH_POINTS = `${HEAD}
uniform mat4 whole;
uniform vec3 shift;
in vec3 place; in vec3 normal; in vec2 cloth;
out vec3 at; out vec3 facing; out vec2 on;
void main() { at = place + shift; facing = normal; on = cloth; gl_Position = whole * vec4(at, 1.0); }`;

// Light from the window: a broad key from the upper left, sky and ground, a rim from behind. Cloth has a sheen where one
// looks along it; weaves are drawn only as long as their threads are wider than a pixel, so that they do not shimmer.
export const CLOTH_PIXELS = `${HEAD}
uniform vec3 eye; uniform vec3 colour; uniform vec3 second; uniform vec3 behind;
uniform float high; uniform float rough; uniform float metal; uniform float repeat; uniform float lit; uniform float dim; uniform vec3 accent;
uniform int design; uniform int weave; uniform bool two;
in vec3 at; in vec3 facing; in vec2 on;
out vec4 seen;
float band(float x, float middle, float width) {
  float off = abs(fract(x - middle + 0.5) - 0.5), soft = fwidth(x) + 1e-4;
  return 1.0 - smoothstep(width / 2.0 - soft, width / 2.0 + soft, off);
}
vec3 printed(vec3 ground) {
  if (design == 0) return ground;
  vec2 x = on / repeat;
  float figure = 0.0;
  if (design == 1) figure = max(band(x.x, 0.25, 0.4), band(x.x, 0.75, 0.06));
  if (design == 2) figure = (band(x.x, 0.25, 0.5) + band(x.y, 0.25, 0.5)) / 2.0;
  if (design == 3) {
    vec2 a = fract(x) - 0.25, b = fract(x) - 0.75;
    float r = min(length(a), length(b)), soft = length(fwidth(x)) + 1e-3;
    figure = 1.0 - smoothstep(0.14 - soft, 0.14 + soft, r);
  }
  return mix(ground, second, figure);
}
float woven() {
  if (weave == 0) return 0.0;
  vec2 x = on / (weave == 2 ? 1.6 : 1.2);
  float wide = max(length(dFdx(x)), length(dFdy(x))), clear = 1.0 - smoothstep(0.25, 0.7, wide);
  float thread = weave == 2 ? sin((x.x + x.y) * 6.2832) : sin(x.x * 6.2832) * sin(x.y * 6.2832);
  return thread * clear;
}
float spot(vec2 x) { return fract(sin(dot(x, vec2(12.9898, 78.233))) * 43758.5453); }
float mottled(vec2 x) { // no cloth is of one tone: broad, faint clouds
  vec2 i = floor(x), f = smoothstep(0.0, 1.0, fract(x));
  return mix(mix(spot(i), spot(i + vec2(1, 0)), f.x), mix(spot(i + vec2(0, 1)), spot(i + vec2(1, 1)), f.x), f.y);
}
void main() {
  vec3 n = normalize(facing), v = normalize(eye - at);
  bool inside = !gl_FrontFacing;
  if (inside) n = -n;
  vec3 base = inside && two ? behind : printed(colour);
  float grain = woven();
  base *= 1.0 + 0.09 * grain + 0.05 * (mottled(on * 0.055) - 0.5) * (1.0 - metal);
  vec3 key = normalize(vec3(-0.45, 0.85, 0.6)), rim = normalize(vec3(0.7, 0.35, -0.6));
  float wrap = max(0.0, (dot(n, key) + 0.25) / 1.25), sky = 0.5 + 0.5 * n.y;
  vec3 light = vec3(1.02, 0.98, 0.92) * wrap * 0.78 + mix(vec3(0.30, 0.27, 0.25), vec3(0.46, 0.49, 0.54), sky);
  light += vec3(0.16) * max(0.0, dot(n, rim)) + vec3(0.10) * max(0.0, dot(n, v));
  vec3 half_way = normalize(key + v);
  float gloss = pow(max(0.0, dot(n, half_way)), mix(90.0, 8.0, rough)) * mix(0.55, 0.03, rough);
  float sheen = pow(1.0 - max(0.0, dot(n, v)), 3.0) * 0.14 * rough;
  vec3 made = base * light + gloss * mix(vec3(1.0), base, metal) * (1.0 + metal) + sheen * mix(base, vec3(1.0), 0.4);
  if (metal > 0.5) { vec3 r = reflect(-v, n); made = base * (0.35 + 0.65 * smoothstep(-0.3, 0.7, r.y)) + gloss; }
  made *= mix(0.8, 1.0, smoothstep(-20.0, high * 0.55, at.y)); // less light comes near the ground
  if (inside) made *= 0.82;
  made = mix(made, accent, lit * 0.38);
  made = mix(made, vec3(dot(made, vec3(0.33))), dim * 0.6);
  seen = vec4(pow(made, vec3(1.0 / 2.2)), 1.0 );
}`;

// Lines are strips that face the eye, as wide as they are on the bag, never thinner than a pixel.
export const LINE_POINTS = `${HEAD}
uniform mat4 whole; uniform vec2 size; uniform float thick; uniform vec3 shift;
in vec3 place; in vec3 next; in vec3 normal; in vec3 side; // side: which end, which side of it, how far along
out float along;
void main() {
  vec4 a = whole * vec4(place + shift + normal * 0.9, 1.0), b = whole * vec4(next + shift + normal * 0.9, 1.0);
  vec4 mine = side.x < 0.5 ? a : b;
  vec2 way = (b.xy / b.w - a.xy / a.w) * size;
  vec2 across = length(way) > 1e-4 ? normalize(vec2(-way.y, way.x)) : vec2(0.0);
  float pixels = clamp(thick * whole[1][1] * size.y / mine.w, 1.1, 7.0);
  along = side.z;
  gl_Position = mine + vec4(across * side.y * pixels / size * mine.w, 0.0, 0.0);
}`;

export const LINE_PIXELS = `${HEAD}
uniform vec3 colour; uniform float dash; uniform float dim; uniform float opacity;
in float along;
out vec4 seen;
void main() {
  if (dash > 0.0 && fract(along / dash) > 0.74) discard;
  seen = vec4(pow(colour, vec3(1.0 / 2.2)), opacity * (1.0 - 0.6 * dim));
}`;

export const SHADOW_POINTS = `${HEAD}
uniform mat4 whole; in vec3 place; out float height;
void main() { height = place.y; gl_Position = whole * vec4(place, 1.0); }`;

export const SHADOW_PIXELS = `${HEAD}
uniform float top; in float height; out vec4 seen;
void main() { seen = vec4(clamp(1.0 - height / top, 0.0, 1.0)); }`;

export const GROUND_POINTS = `${HEAD}
uniform mat4 whole; uniform vec3 middle; uniform float reach; in vec2 corner; out vec2 on;
void main() { on = corner * 0.5 + 0.5; gl_Position = whole * vec4(middle + vec3(corner.x, 0.0, corner.y) * reach, 1.0); }`;

export const GROUND_PIXELS = `${HEAD}
uniform sampler2D shadow; uniform float dark; in vec2 on; out vec4 seen;
void main() {
  float sum = 0.0, all = 0.0;
  for (int i = -4; i <= 4; i++) for (int k = -4; k <= 4; k++) {
    float w = exp(-float(i * i + k * k) / 9.0);
    sum += w * texture(shadow, on + vec2(float(i), float(k)) * 0.0105).r; all += w;
  }
  float edge = smoothstep(1.0, 0.7, length(on * 2.0 - 1.0));
  seen = vec4(0.05, 0.04, 0.04, dark * edge * (sum / all));
}`;
