/** JSON that carries bytes, maps and sets, between a test and the Worker that it drives. */
export const toRichJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return { $bytes: encode(part) };
    if (part instanceof Map) return { $map: [...part] };
    if (part instanceof Set) return { $set: [...part] };
    return part;
  });

export const fromRichJson = (text: string): unknown =>
  JSON.parse(text, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null) return part;
    if ("$bytes" in part) return decode(part.$bytes as string);
    if ("$map" in part) return new Map(part.$map as [unknown, unknown][]);
    if ("$set" in part) return new Set(part.$set as unknown[]);
    return part;
  });

const CHUNK = 8_192;

function encode(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function decode(text: string): Uint8Array {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  return bytes;
}
