/**
 * After a survey has closed: everything that is kept, read as the owner of the
 * disk reads it, and every way to get from an answer to an account tried.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { TEST_HOST } from "../support/test-app.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LibsqlConnection } from "../../db/libsql.node.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { events } from "../../db/schema/audit.ts";
import { idempotencyKeys } from "../../db/schema/operations.ts";
import { surveyCodes, surveyKeys, surveyParticipations, surveyResponses } from "../../db/schema/surveys.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { ContributionPage } from "../../domain/contributions/contributions.contract.ts";
import { createMarker } from "../../domain/participation/mark.ts";
import type { NewCodes, PatchSurvey, SurveyView } from "../../domain/surveys/surveys.contract.ts";
import type { LogFields, Logger } from "../../server/http/logger.ts";
import { emptyLogWhileOpen } from "../../server/surveys/keep-surveys.ts";
import type { Person } from "../support/test-app.ts";
import { asked, define, scale } from "./definitions.ts";
import { answer, visitor } from "./portal-form.ts";
import { DAY, json, openSurveyApp, START, type SurveyApp } from "./survey-app.ts";

const PEOPLE = 14;
const RULES: readonly IdentityRule[] = ["anonymous", "code", "named"];
const lines: { readonly fields: LogFields; readonly message: string; readonly at: number }[] = [];
const write = (fields: LogFields, message: string) => void lines.push({ fields, message, at: lines.length });
const logger: Logger = { info: write, warn: write, error: write };

const definition = define(scale("q1"), scale("q2"), scale("q3"), {
  ...asked,
  id: "q4",
  required: false,
  words: "Saran",
  type: "text",
  maxLength: 100,
});

interface Held {
  readonly view: SurveyView;
  /** In the order of answering; answers and words of each are unlike any other's. */
  readonly people: readonly Person[];
  readonly answers: readonly string[];
  readonly secrets: readonly Uint8Array[];
  readonly codes: readonly string[];
}

let t: SurveyApp;
let people: Person[];
const held = new Map<IdentityRule, Held>();

beforeAll(async () => {
  t = await openSurveyApp({ logger });
  people = [];
  for (let at = 0; at < PEOPLE; at += 1) people.push(await t.addAccount("respondent"));
  // One of them reads English, and nobody else does.
  const [reader] = people;
  if (!reader) throw new Error("nobody");
  await t.data.db.update(accounts).set({ locale: "en" }).where(eq(accounts.id, reader.id));
  for (const rule of ["anonymous", "code", "named"] as const) held.set(rule, await hold(rule));
}, 60_000);
afterAll(() => t.close());

/** Holds a survey in which everyone answers, one after the other, over two days; closes it. */
async function hold(rule: IdentityRule): Promise<Held> {
  t.setNow(START);
  const view = await t.open(await t.addSurvey(rule, definition));
  const { id } = view;
  const codes =
    rule === "code"
      ? (
          await json<NewCodes>(
            t.send("POST", t.surveys(`/${id}/codes`), { as: t.owner, body: { count: PEOPLE } }),
          )
        ).codes
      : [];
  const answers: string[] = [];
  for (const [at, person] of people.entries()) {
    // Ten on the first day, four on the second.
    t.setNow(START + at * 60_000 + (at < 10 ? 0 : DAY));
    // Nobody answers the same in two surveys: equal answers are no way from one to the other.
    const [q1, q2, q3] = [(at % 5) + 1, (Math.floor(at / 5) % 5) + 1, RULES.indexOf(rule) + 1];
    const who = visitor(person);
    const sent = await answer(t, who, id, {
      "j.q1": String(q1),
      "j.q2": String(q2),
      "j.q3": String(q3),
      "j.q4": `Kata-kata ${rule} nomor ${at}`,
      kelompok: t.groupIds[at < 11 ? 0 : 1] ?? "",
      ...(rule === "code" && { kode: codes[at] ?? "" }),
    });
    expect(sent.text).toMatch(/Terima kasih|Thank you/);
    answers.push(JSON.stringify({ q1, q2, q3 }));
    if (at === 5) await emptyLogWhileOpen({ ...t.deps });
  }
  const { db } = t.data;
  const [key] = await db.select().from(surveyKeys).where(eq(surveyKeys.surveyId, id));
  const marks = await db.select().from(surveyParticipations).where(eq(surveyParticipations.surveyId, id));
  const codeMarks = await db.select().from(surveyCodes).where(eq(surveyCodes.surveyId, id));
  if (!key) throw new Error("no key while open");
  if (rule === "anonymous") {
    // While it is open, who has the disk can ask whether somebody has answered: docs/threat-model.md says so.
    const mark = await (await createMarker(key.key)).mark(`account:${people[0]?.id}`);
    expect(marks.some((row) => Buffer.from(row.mark).equals(mark))).toBe(true);
  }
  t.setNow(START + 2 * DAY);
  const closed = await json<SurveyView>(t.send("POST", t.surveys(`/${id}/close`), { as: t.owner }));
  expect(closed.responses).toBe(PEOPLE);
  const secrets = [key.key, ...marks.map(({ mark }) => mark), ...codeMarks.map(({ mark }) => mark)];
  return { view, people, answers, secrets, codes };
}

const heldAs = (rule: IdentityRule): Held => {
  const found = held.get(rule);
  if (!found) throw new Error(rule);
  return found;
};

interface Row {
  readonly table: string;
  readonly values: readonly string[];
}

/** Every row of every table, as the disk has it. */
async function dump(connection: Pick<LibsqlConnection, "query">): Promise<Row[]> {
  const tables = await connection.query({
    sql: "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_cf\\_%' escape '\\'",
    params: [],
  });
  const rows: Row[] = [];
  for (const [name] of tables.rows) {
    const found = await connection.query({ sql: `select * from "${String(name)}"`, params: [] });
    for (const row of found.rows) rows.push({ table: String(name), values: row.map(textOf) });
  }
  return rows;
}

const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? `x${Buffer.from(value).toString("hex")}` : String(value);

/** Values of a row, and the words and ids inside its JSON. */
const valuesOf = ({ values }: Row): Set<string> =>
  new Set(values.flatMap((value) => [value, ...(value.match(/[0-9A-Z]{26}|[0-9a-f]{64}/g) ?? [])]));

/**
 * Rows that can be reached from `from` through a value that they share and that
 * is not shared by many: an id, a hash, an instant, a text. `common` are values
 * that every answer has (the survey, its version, a day).
 */
function reachable(rows: readonly Row[], from: Row, common: ReadonlySet<string>): Set<Row> {
  const byValue = new Map<string, Row[]>();
  for (const row of rows)
    for (const value of valuesOf(row)) byValue.set(value, [...(byValue.get(value) ?? []), row]);
  const seen = new Set([from]);
  for (const row of seen) {
    for (const value of valuesOf(row)) {
      if (common.has(value) || value.length < 4) continue;
      for (const next of byValue.get(value) ?? []) seen.add(next);
    }
  }
  return seen;
}

async function joins(rule: IdentityRule): Promise<number> {
  const { view, people: asn } = heldAs(rule);
  // In workerd each document keeps its log to itself, and nothing of a survey goes there.
  const stores = TEST_HOST === "workerd" ? [t.data.relations] : [t.data.relations, t.data.rooms];
  const rows = (await Promise.all(stores.map((store) => dump(store)))).flat();
  const theirs = new Set<string>(asn.map(({ id }) => id));
  const answerRows = rows.filter(
    ({ table, values }) =>
      (table === "survey_responses" || table === "contributions") && values.includes(view.id),
  );
  expect(answerRows).toHaveLength(2 * PEOPLE);
  // What five or more answers have in common tells nobody apart.
  const counted = new Map<string, number>();
  for (const row of answerRows)
    for (const value of valuesOf(row)) counted.set(value, (counted.get(value) ?? 0) + 1);
  const common = new Set([...counted].flatMap(([value, count]) => (count >= 5 ? [value] : [])));
  common.add(view.id).add(view.policyId).add(t.owner.id).add(view.consultationId);
  let joined = 0;
  for (const row of answerRows) {
    const found = reachable(rows, row, common);
    if ([...found].some((each) => each.values.some((value) => theirs.has(value)))) joined += 1;
  }
  return joined;
}

describe.each(["anonymous", "code"] as const)("after a survey under `%s` has closed", (rule) => {
  test("[SV21, SV26] no row of any table leads from an answer to an account", async () => {
    expect(await joins(rule)).toBe(0);
  });

  test.skipIf(TEST_HOST === "workerd")(
    "[SV26] key, marks and codes are gone from every file, the write-ahead log included",
    async () => {
      const { secrets, codes, view } = heldAs(rule);
      const files = await readdir(t.folder, { recursive: true, withFileTypes: true });
      let read = 0;
      for (const file of files.filter((each) => each.isFile())) {
        const bytes = await readFile(join(file.parentPath, file.name));
        read += bytes.length;
        for (const secret of secrets) expect(bytes.includes(Buffer.from(secret))).toBe(false);
        for (const code of codes) {
          expect(bytes.includes(code)).toBe(false);
          expect(bytes.includes(code.replace("-", ""))).toBe(false);
        }
      }
      expect(read).toBeGreaterThan(100_000);
      for (const table of [surveyKeys, surveyParticipations, surveyCodes]) {
        expect(await t.data.db.select().from(table).where(eq(table.surveyId, view.id))).toEqual([]);
      }
    },
  );

  test("[SV20] no order of rows, by table or by any index, is the order of answering", async () => {
    const { view, answers } = heldAs(rule);
    const { rows: indexes } = await t.data.relations.query({
      sql: "select tbl_name, name from sqlite_master where type = 'index' and tbl_name in ('survey_responses', 'contributions', 'contribution_targets', 'receipts')",
      params: [],
    });
    const orders: string[][] = [];
    const scan = async (sql: string) => {
      const { rows } = await t.data.relations.query({ sql, params: [view.id] });
      orders.push(rows.map(([value]) => String(value)));
    };
    for (const [table, index] of [["survey_responses", null], ["contributions", null], ...indexes] as [
      string,
      string | null,
    ][]) {
      const hint = index === null || index.startsWith("sqlite_autoindex") ? "" : `indexed by "${index}"`;
      if (table === "survey_responses")
        await scan(`select answers from survey_responses ${hint} where survey_id = ?`);
      if (table === "contributions")
        await scan(
          `select text from contributions ${index === "contributions_author" ? "" : hint} where source_id = ?`,
        );
    }
    const texts = answers.map((_, at) => `Kata-kata ${rule} nomor ${at}`);
    expect(orders.length).toBeGreaterThan(3);
    for (const order of orders) {
      expect(order).toHaveLength(PEOPLE);
      for (const asAnswered of [answers, texts]) {
        // By chance one in 14! orders would be the same, and few pairs stand as they came.
        const pairs = asAnswered
          .slice(1)
          .filter((each, at) => order.indexOf(each) === order.indexOf(asAnswered[at] ?? "") + 1);
        expect(pairs.length).toBeLessThan(8);
      }
    }
    for (const table of [
      "survey_responses",
      "survey_participations",
      "survey_codes",
      "contributions",
      "receipts",
    ]) {
      await expect(t.data.relations.query({ sql: `select rowid from ${table}`, params: [] })).rejects.toThrow(
        "rowid",
      );
    }
  });

  test("[SV20, SV27] rows have a day and nothing finer, and all the same; no group can be found by what is left", async () => {
    const { view } = heldAs(rule);
    const responses = await t.data.db
      .select()
      .from(surveyResponses)
      .where(eq(surveyResponses.surveyId, view.id));
    // Whoever was there on one day only, of one group: the two together would name them.
    expect(new Set(responses.map(({ answeredOn }) => answeredOn))).toEqual(new Set(["2026-11-24"]));
    // Three of the second group are of none; beside eleven of the first they would be known by it.
    expect(responses.filter(({ groupId }) => groupId === null)).toHaveLength(PEOPLE);
    const { rows } = await t.data.relations.query({
      sql: "select author_id, received_at, created_on, group_id, unit_id from contributions where source_id = ?",
      params: [view.id],
    });
    expect(rows).toHaveLength(PEOPLE);
    for (const [author, receivedAt, day, group, unit] of rows) {
      expect([author, receivedAt, day, group, unit]).toEqual([null, null, "2026-11-24", null, null]);
    }
    const { rows: told } = await t.data.relations.query({
      sql: "select distinct locale from receipts where contribution_id in (select id from contributions where source_id = ?)",
      params: [view.id],
    });
    expect(told).toEqual([["id"]]);
  });

  test("[SV22] no event by a respondent, no idempotency key, no line of log; closing is one event with counts", async () => {
    const { view, people: asn } = heldAs(rule);
    const theirs = new Set<string | null>(asn.map(({ id }) => id));
    const recorded = await t.data.db.select().from(events);
    expect(recorded.filter(({ actor, chain }) => theirs.has(actor) && chain !== "system")).toEqual([]);
    const ours = recorded.filter(({ subjectId }) => subjectId === view.id);
    expect(ours.map(({ action }) => action)).toEqual([
      "survey.created",
      "survey.opened",
      ...(rule === "code" ? ["survey.codes-made"] : []),
      "survey.closed",
    ]);
    const kept = await t.data.db.select().from(idempotencyKeys);
    expect(kept.filter(({ actor }) => theirs.has(actor))).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain("Kata-kata");
    const logged = lines.map(({ fields }) => JSON.stringify(fields));
    expect(logged.length).toBeGreaterThan(20);
    for (const line of logged) {
      expect(line).not.toContain("/survei");
      expect(line).not.toContain("Kata-kata");
      for (const id of theirs) if (id !== null) expect(line).not.toContain(id);
    }
  });
});

describe("the ways above can find something", () => {
  test("under `named` every answer leads to its account", async () => {
    expect(await joins("named")).toBe(2 * PEOPLE);
  });
});

describe("[SV28] the group of a text", () => {
  test("is nobody's to read while the survey is open, by no filter and in no list; afterwards where it has five", async () => {
    t.setNow(START);
    const view = await t.open(await t.addSurvey("anonymous", definition));
    const inbox = async (query = "") =>
      (
        await json<ContributionPage>(
          t.send("GET", `/api/policies/${t.policyId}/contributions?source=${view.id}${query}`, {
            as: t.owner,
          }),
        )
      ).items;
    const group = t.groupIds[0] ?? "";
    const words = { "j.q1": "1", "j.q2": "1", "j.q3": "1", "j.q4": "Dari saya", kelompok: group };
    await answer(t, visitor(people[0]), view.id, words);
    const [item] = await inbox();
    expect(item).toBeDefined();
    expect(item?.group).toBeUndefined();
    expect(await inbox(`&group=${group}`)).toEqual([]);
    const detail = await json<{ readonly group?: unknown }>(
      t.send("GET", `/api/policies/${t.policyId}/contributions/${item?.id}`, { as: t.owner }),
    );
    expect(detail.group).toBeUndefined();
    for (const person of people.slice(1, 5)) await answer(t, visitor(person), view.id, words);
    expect(await inbox(`&group=${group}`)).toEqual([]);
    await t.send("POST", t.surveys(`/${view.id}/close`), { as: t.owner });
    expect(await inbox(`&group=${group}`)).toHaveLength(5);
  });
});

describe("[SV17] what was promised cannot be changed after the first response, by any route", () => {
  const refusal = async (sql: string, ...params: string[]) => {
    const failed: unknown = await t.data.relations.batch([{ sql, params }]).then(
      () => null,
      (error: unknown) => error,
    );
    return failed instanceof Error ? failed.message : "done";
  };

  test("not over HTTP, and not in SQL: rule, questions, groups, version, consultation", async () => {
    t.setNow(START);
    const view = await t.open(await t.addSurvey("anonymous", definition));
    const { id } = view;
    await answer(t, visitor(people[0]), id, { "j.q1": "1", "j.q2": "1", "j.q3": "1" });
    const changes: readonly PatchSurvey[] = [
      { rule: "named" },
      { definition: define(scale("q1")) },
      { groups: [] },
      { title: "Lain" },
      { intro: "Lain" },
      { opensAt: START + DAY },
    ];
    for (const body of changes) {
      const answered = await t.patch(view, body);
      expect([answered.status, ((await answered.json()) as { reason: string }).reason]).toEqual([
        409,
        "survey-locked",
      ]);
    }
    expect((await t.patch(view, { closesAt: START + 3 * DAY, target: 50 })).status).toBe(200);
    const other = await t.addConsultation();
    for (const [column, value] of [
      ["rule", "named"],
      ["definition", "{}"],
      ["groups", "[]"],
      ["consultation_id", other],
      ["form", "9"],
      ["quotes", "[1]"],
    ]) {
      expect(await refusal(`update surveys set ${column} = ? where id = ?`, value ?? "", id)).toMatch(
        /surveys_locked|FOREIGN KEY/,
      );
    }
    expect(
      await refusal(
        "update survey_responses set rule = 'named', account_id = ? where survey_id = ?",
        people[0]?.id ?? "",
        id,
      ),
    ).toContain("FOREIGN KEY");
    expect(
      await refusal(
        "update survey_responses set account_id = ? where survey_id = ?",
        people[0]?.id ?? "",
        id,
      ),
    ).toContain("survey_responses_named");
    expect((await t.read(id)).rule).toBe("anonymous");
  });

  test("[SV2, SV26] a closed survey is not opened again, and takes no row", async () => {
    const { view } = heldAs("anonymous");
    expect(
      await refusal("update surveys set state = 'opened', closed_at = null where id = ?", view.id),
    ).toContain("surveys_closed_for_good");
    expect(
      await refusal(
        "insert into survey_responses (survey_id, id, rule, answered_on, answers) values (?, 'x', 'anonymous', '2026-11-22', '{}')",
        view.id,
      ),
    ).toContain("survey_responses_taken");
  });
});
