/** The frame of an amending act: numbered items, each with the text it quotes (L2 233-236). [PR10] */
import type { Piece } from "./pieces.ts";
import { readItemLabel } from "./read-label.ts";
import { append, freshCounters, open, warn, type Reading } from "./reading.ts";
import { hasEnded, opensList, refersOn } from "./sentence.ts";

const ORDER =
  /\b(?:di\s?ubah|dihapus|disisipkan|ditambah(?:kan)?|dicabut|diganti|berbunyi|dipindah(?:kan)?|disempurnakan)\b/;
const SUBJECT =
  /^(?:Ketentuan|Di\s?antara|Diantara|Antara|Setelah|Sesudah|Sebelum|Pasal|BAB|Bab|Bagian|Paragraf|Penjelasan|Judul|Lampiran|Mengubah|Menambah|Menghapus|Menyisipkan|Ayat|Huruf|Angka|Buku|Beberapa|Frasa|Kata|Semua|Seluruh|Substansi|Konsiderans|Fenjelasan|Pada|Dalam|Sehingga)\b/;

/** Whether an item changes the other act, and is not part of what it quotes. Its sentence may run over several lines. */
function givesOrder(reading: Reading, rest: string): boolean {
  let words = rest;
  for (let at = reading.at + 1; at < reading.at + 14 && words.length < 500; at++) {
    const next = reading.pieces[at];
    if (!next || (words !== "" && hasEnded(words)) || /^\(\d/.test(next.text)) break;
    words = `${words} ${next.text}`.trim();
  }
  return SUBJECT.test(words) && ORDER.test(words.slice(0, 600));
}

/** "1. Ketentuan Pasal 6 diubah ...": an item of the Roman Pasal. */
export function acceptButir(reading: Reading, piece: Piece): boolean {
  const { amending } = reading;
  if (!amending) return false;
  const label = readItemLabel(piece.text);
  if (!label || label.form !== "angka") return closeMention(reading, piece);
  const tail = reading.out.tail();
  if (refersOn(tail) || (!piece.lineStart && !hasEnded(tail) && !reading.titleOpen))
    return closeMention(reading, piece);
  const orders = givesOrder(reading, label.rest);
  const next = label.whole === amending.butir + 1;
  if (reading.quoted ? !orders || label.whole <= amending.butir : !orders && !next)
    return closeMention(reading, piece);
  if (!next && label.whole > amending.butir + 30) return closeMention(reading, piece);
  reading.quoted = false;
  reading.lists = [];
  reading.counters = freshCounters();
  reading.amending = {
    ...amending,
    butir: label.whole,
    butirText: label.rest,
    mentioned: mentionedIn(label.rest),
  };
  open(reading, "butir", piece, { label: label.label, ordinal: label.ordinal });
  if (label.rest !== "") append(reading, piece, label.rest);
  return true;
}

/** Collects the Pasal numbers that an item names, as its lines are read: these may be quoted below it. */
function closeMention(reading: Reading, piece: Piece): boolean {
  const { amending } = reading;
  if (amending && !reading.quoted && amending.butirText.length < 2000) {
    const butirText = `${amending.butirText} ${piece.text}`;
    reading.amending = { ...amending, butirText, mentioned: mentionedIn(butirText) };
  }
  return false;
}

function mentionedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/Pasal\s+(\d{1,4}[A-Z]?)/g)].map((match) => match[1] ?? ""));
}

const ANNOUNCES = /(?:berbunyi(?:\s+sebagai\s+berikut)?|menjadi\s+sebagai\s+berikut)\s*:?\s*$/;

/** What follows "berbunyi sebagai berikut:" without a Pasal of its own (an ayat, a list, a text) is quoted as well. */
export function markQuote(reading: Reading, piece: Piece): void {
  if (!reading.amending || reading.quoted || !piece.lineStart) return;
  const tail = reading.out.tail();
  if (!ANNOUNCES.test(tail) || !opensList(tail)) return;
  reading.quoted = true;
  reading.lists = [];
  reading.counters = freshCounters();
}

/** Warns of quotation marks that open a quoted text and are never closed. O(n). */
export function checkQuotes(reading: Reading): void {
  let openLine = 0;
  let label = "";
  let depth = 0;
  // After a low mark the raised one closes: „Pasal 6A ... huruf b.“
  let low = false;
  const flush = (): void => {
    if (depth > 0) warn(reading, "unclosed-quote", openLine, label);
    depth = 0;
  };
  for (const draft of reading.out.all) {
    if (!draft.quoted) {
      flush();
      continue;
    }
    const words = `${draft.label} ${draft.text}`;
    for (const [mark] of words.matchAll(/[“”„]/g)) {
      low = mark === "„" || (low && depth > 0);
      const opens = mark === "„" || (mark === "“" && !low);
      if (opens && depth === 0) {
        openLine = draft.line;
        label = draft.label || draft.text.slice(0, 40);
      }
      depth = Math.max(0, depth + (opens ? 1 : -1));
    }
  }
  flush();
}
