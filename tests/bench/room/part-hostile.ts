/** h: the hostile list, case by case, while two people type in the document under attack. */
import * as Y from "yjs";
import { HOSTILE_CASES } from "../../room/hostile-cases.ts";
import { regulationText } from "../regulation.ts";
import { pause } from "./client.ts";
import type { AttackFigures } from "./hostile.ts";
import { LABELS, ms, type PartReport } from "./part-report.ts";
import { residentBytes } from "./process-memory.ts";
import { fetchState, type BenchDocument } from "./rembuk.ts";
import type { RunningServer, ServerName } from "./servers.ts";
import type { Stage } from "./stage.ts";
import { startGenerator, type Generator } from "./start-generator.ts";
import { newClient } from "./typing.ts";

interface Fate {
  readonly server: ServerName;
  readonly name: string;
  /** Null: it goes on. */
  readonly ended: string | null;
  readonly attack: AttackFigures | null;
  readonly longestPauseMs: number;
  /** Edits of the two that did not arrive, or how many of them were cut off. */
  readonly missing: number;
  readonly cutOff: number;
  /** What of the attack is in the document afterwards; null: nothing. */
  readonly kept: string | null;
  readonly grownBytes: number;
}

const CLAUSES = 60;
const LARGE_CLAUSES = 9_000;
const KEYS_PER_SECOND = 10;
const AROUND_MS = 400;
const MOST_MS = 120_000;
/** Two people who type notice a longer pause. */
const UNAFFECTED_MS = 1_000;
const TRACES = /palsu|hantu|selundupan|pembaca|naskah lain|catatan/;

/** `only`: cases with this in their name. */
export async function hostile(stage: Stage, only = ""): Promise<PartReport> {
  const cases = HOSTILE_CASES.filter(({ name }) => name.includes(only));
  const texts = cases.map(({ large }) => regulationText(large ? LARGE_CLAUSES : CLAUSES));
  const documents = await stage.documents(texts, { withStrangers: true });
  const pair = startGenerator();
  const fates: Fate[] = [];
  try {
    for (const name of stage.servers.filter((each) => each !== "floor")) {
      let server = await stage.start(name);
      for (const [index, { name: attack, waits }] of cases.entries()) {
        // Half a minute for a rule that the peers do not have.
        if (waits !== undefined && name !== "rembuk") continue;
        if (server.ended() !== null) server = await stage.start(name);
        const fate = await endure(stage, pair, server, documents[index] as BenchDocument, attack);
        fates.push(fate);
        stage.say(`h ${name.padEnd(12)} ${attack}: ${sentence(fate)}`);
      }
      await stage.stopAll([server]);
    }
  } finally {
    pair.stop();
  }
  return report(cases, fates);
}

async function endure(
  stage: Stage,
  pair: Generator,
  server: RunningServer,
  document: BenchDocument,
  name: string,
): Promise<Fate> {
  const { port, pid, dialect } = server;
  const foreignClient = newClient();
  const before = residentBytes(pid);
  const typing = pair
    .run("peopleTyping", {
      port,
      pid,
      dialect,
      documents: [document],
      cookies: stage.cookies,
      clients: 2,
      typists: 2,
      typistClients: [foreignClient, newClient()],
      keysPerSecond: KEYS_PER_SECOND,
      cursorsPerSecond: 0,
      warmMs: AROUND_MS / 2,
      windowMs: MOST_MS,
      lateMs: 5_000,
      restMs: null,
    })
    .catch((error: unknown) => (server.ended() === null ? Promise.reject(error as Error) : null));
  await pause(AROUND_MS);
  // As the attacker sees it now, with what the two have typed.
  const state = await fetchState(server, stage.cookies[0] ?? "", document.id).catch(() => document.state);
  const attack = await stage.generator
    .run("attack", {
      port,
      dialect,
      document: document.id,
      name,
      ...stage.strangers,
      state,
      foreignClient,
    })
    .catch(() => null);
  await pause(AROUND_MS);
  pair.enough();
  const figures = await typing;
  const grownBytes = server.ended() === null ? residentBytes(pid) - before : Number.NaN;
  return {
    server: server.name,
    name,
    ended: server.ended()?.split(":")[0] ?? null,
    attack,
    longestPauseMs: figures?.longestPauseMs ?? Number.NaN,
    missing: figures === null ? Number.NaN : figures.text.expected - figures.text.delivered,
    cutOff: figures?.closed ?? 2,
    kept: server.ended() === null ? await traces(stage, server, document) : null,
    grownBytes,
  };
}

/** What a newcomer is sent of the attack. */
async function traces(
  stage: Stage,
  server: RunningServer,
  { id, state }: BenchDocument,
): Promise<string | null> {
  const now = await fetchState(server, stage.cookies[0] ?? "", id);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, now);
  const word =
    TRACES.exec(JSON.stringify(doc.getXmlFragment("root-v2")))?.[0] ??
    TRACES.exec(Buffer.from(now).toString("latin1"))?.[0];
  const pending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  doc.destroy();
  if (word !== undefined) return `"${word}"`;
  if (pending) return "parts that wait for ever";
  return now.length > state.length + 100_000 ? `${now.length - state.length} bytes` : null;
}

const unharmed = (fate: Fate): boolean =>
  fate.ended === null &&
  fate.missing === 0 &&
  fate.cutOff === 0 &&
  fate.kept === null &&
  fate.longestPauseMs <= UNAFFECTED_MS &&
  fate.attack !== null;

function sentence(fate: Fate): string {
  const { ended, attack, longestPauseMs, missing, cutOff, kept } = fate;
  if (ended !== null) return `server ${ended}`;
  const said = [
    attack === null
      ? "the attack could not be made"
      : attack.codes.length === 0 && attack.stayed > 0
        ? "ignored"
        : `closed ${[...new Set(attack.codes)].toSorted((a, b) => a - b).join(", ") || "nothing"}`,
    `longest pause ${ms(longestPauseMs)} ms`,
    ...(attack?.byRule === false && fate.server === "rembuk" ? ["not as its rule says"] : []),
    ...(missing > 0 ? [`${missing} edits missing`] : []),
    ...(cutOff > 0 ? [`${cutOff} of the two cut off`] : []),
    ...(kept === null ? [] : [`${kept} is in the document`]),
    ...(fate.grownBytes > 50 * 2 ** 20 ? [`${(fate.grownBytes / 2 ** 20).toFixed(0)} MiB more`] : []),
  ];
  return said.join(", ");
}

function report(cases: readonly { readonly name: string }[], fates: readonly Fate[]): PartReport {
  const servers = [...new Set(fates.map(({ server }) => server))];
  const ours = fates.filter(({ server }) => server === "rembuk");
  return {
    letter: "h",
    title: "Hostile input",
    about: `Each case of \`tests/room/hostile-cases.ts\` against a document in which two people type ${KEYS_PER_SECOND} letters a second each. Unaffected: the server runs, nobody of the two was cut off, every letter arrived within ${UNAFFECTED_MS} ms, and a newcomer is sent nothing of the attack. The peers ask nobody who they are by default, so that what a reader writes or a stranger forges is theirs to refuse only with more; Hocuspocus is reached through a translator of messages.`,
    head: ["", ...servers.map((server) => LABELS[server])],
    rows: cases.map(({ name }) => [
      name,
      ...servers.map((server) => {
        const fate = fates.find((each) => each.server === server && each.name === name);
        return fate === undefined ? "" : `${unharmed(fate) ? "" : "**affected**: "}${sentence(fate)}`;
      }),
    ]),
    bars: [
      {
        what: `hostile cases of ${ours.length} that affect others`,
        limit: 0,
        unit: "cases",
        measured: ours.length === 0 ? Number.NaN : ours.filter((fate) => !unharmed(fate)).length,
      },
    ],
  };
}
