// The few things that are asked of WebGL 2: programs, buffers, a picture to draw into.

/** A program with its uniforms by name. Throws Error with the driver's words. */
export function program(gl, points, pixels) {
  const made = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, points], [gl.FRAGMENT_SHADER, pixels]]) gl.attachShader(made, shader(gl, kind, text));
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made));
  const uniforms = {};
  for (let at = 0; at < gl.getProgramParameter(made, gl.ACTIVE_UNIFORMS); at += 1) {
    const { name } = gl.getActiveUniform(made, at);
    uniforms[name] = gl.getUniformLocation(made, name);
  }
  return { made, uniforms, attribute: (name) => gl.getAttribLocation(made, name) };
}

function shader(gl, kind, text) {
  const made = gl.createShader(kind);
  gl.shaderSource(made, text.trim());
  gl.compileShader(made);
  if (!gl.getShaderParameter(made, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(made));
  return made;
}

/** Arrays on the card: {attribute: [numbers, how many each]}, and triangles if they are numbered. */
export function arrays(gl, used, attributes, indices) {
  const made = gl.createVertexArray();
  const buffers = [];
  gl.bindVertexArray(made);
  for (const [name, [numbers, each]] of Object.entries(attributes)) buffers.push(attribute(gl, used.attribute(name), numbers, each));
  if (indices) buffers.push(filled(gl, gl.ELEMENT_ARRAY_BUFFER, indices));
  gl.bindVertexArray(null);
  const free = () => {
    gl.deleteVertexArray(made);
    buffers.forEach((buffer) => gl.deleteBuffer(buffer));
  };
  return { made, free };
}

function attribute(gl, place, numbers, each) {
  const buffer = filled(gl, gl.ARRAY_BUFFER, numbers);
  if (place < 0) return buffer;
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, each, gl.FLOAT, false, 0, 0);
  return buffer;
}

function filled(gl, target, data) {
  const buffer = gl.createBuffer();
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, data, gl.STATIC_DRAW);
  return buffer;
}

/** A square picture to draw into. */
export function canvas(gl, side) {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, side, side);
  for (const each of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, each, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  const frame = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  return { texture, frame, side };
}

/** "#c4b292" as light, 0 to 1. */
export function colour(text) {
  const part = (at) => (parseInt(text.slice(at, at + 2), 16) / 255) ** 2.2;
  return /^#[0-9a-f]{6}$/i.test(text ?? "") ? [part(1), part(3), part(5)] : [0.5, 0.5, 0.5];
}
