// The whole bag in a link: "#1." and the preset's text, deflated, in base64url. The 1 is the version of this form.

const MOST = 6000; // bytes of a link that mail programs and messengers leave whole
const MOST_TEXT = 65536; // what a server takes; a link must not blow up to more

/** The fragment that holds a text. Throws RangeError for one that is too long for a link. */
export async function packed(text) {
  const data = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
  const link = `#1.${base64url(data)}`;
  if (link.length > MOST) throw new RangeError("too long for a link");
  return link;
}

/** The text in a fragment, null where there is none that can be read. */
export async function unpacked(fragment) {
  const found = /^#1\.([A-Za-z0-9_-]+)$/.exec(fragment);
  if (!found || found[1].length > 2 * MOST) return null;
  try {
    const data = await through(bytes(found[1]), new DecompressionStream("deflate-raw"), MOST_TEXT);
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    return null;
  }
}

async function through(data, stream, most) {
  const writer = stream.writable.getWriter();
  writer.write(data).catch(() => {});
  writer.close().catch(() => {});
  const parts = [];
  let size = 0;
  for (const reader = stream.readable.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, size);
    size += value.length;
    if (size > most) throw new RangeError("too much in a link");
    parts.push(value);
  }
}

function joined(parts, size) {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function base64url(data) {
  const text = Array.from(data, (each) => String.fromCharCode(each)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
}
