/** Wire schema of a list of clauses (RULES.md CL23): strict, bounded, every issue with its path. */
import * as v from "valibot";
import { isCid, type Cid } from "../ids.ts";
import { CLAUSE_KINDS, type Clause } from "./clause.ts";
import { hasLevel, KINDS } from "./kinds.ts";
import { textSchema } from "../wire-text.ts";

export const CLAUSE_LIMITS = {
  clauses: 20_000,
  /** UTF-16 units of one run, and of all runs of a clause. */
  textLength: 100_000,
  runs: 5_000,
  numberLength: 40,
  tableRows: 2_000,
  tableColumns: 60,
  cellLength: 10_000,
  /** UTF-16 units over all clauses: about ten times the penal code. */
  totalLength: 4_000_000,
} as const;

const cidSchema = v.custom<Cid>(isCid, "cid");

export const runSchema = v.strictObject({
  text: v.pipe(textSchema(CLAUSE_LIMITS.textLength), v.minLength(1)),
  bold: v.exactOptional(v.literal(true)),
  italic: v.exactOptional(v.literal(true)),
  ref: v.exactOptional(cidSchema),
});

const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));

/** At least one row; every row as wide as the first; `head` not beyond the rows. */
export const tableValueSchema = v.pipe(
  v.strictObject({
    head: count(CLAUSE_LIMITS.tableRows),
    rows: v.pipe(
      v.array(
        v.pipe(
          v.array(textSchema(CLAUSE_LIMITS.cellLength)),
          v.minLength(1),
          v.maxLength(CLAUSE_LIMITS.tableColumns),
        ),
      ),
      v.minLength(1),
      v.maxLength(CLAUSE_LIMITS.tableRows),
    ),
  }),
  v.check(({ head, rows }) => head <= rows.length, "table-head"),
  v.check(({ rows }) => rows.every((row) => row.length === rows[0]?.length), "table-ragged"),
);

const totalText = (clause: Pick<Clause, "runs">): number =>
  clause.runs.reduce((sum, run) => sum + run.text.length, 0);

export const clauseSchema = v.pipe(
  v.strictObject({
    cid: cidSchema,
    kind: v.picklist(CLAUSE_KINDS),
    level: v.picklist([0, 1, 2, 3, 4]),
    runs: v.pipe(v.array(runSchema), v.maxLength(CLAUSE_LIMITS.runs)),
    number: v.exactOptional(
      v.pipe(textSchema(CLAUSE_LIMITS.numberLength), v.minLength(1), v.regex(/^\S(?:.*\S)?$/)),
    ),
    quoted: v.exactOptional(v.literal(true)),
    explains: v.exactOptional(cidSchema),
    value: v.exactOptional(tableValueSchema),
  }),
  v.forward(
    v.check((clause) => hasLevel(clause.kind) || clause.level === 0, "level-of-kind"),
    ["level"],
  ),
  v.forward(
    v.check((clause) => KINDS[clause.kind].hasText || clause.runs.length === 0, "kind-without-text"),
    ["runs"],
  ),
  v.forward(
    v.check((clause) => totalText(clause) <= CLAUSE_LIMITS.textLength, "text-too-long"),
    ["runs"],
  ),
  v.forward(
    v.check(
      (clause) => clause.number === undefined || KINDS[clause.kind].label !== null,
      "kind-without-number",
    ),
    ["number"],
  ),
  v.forward(
    v.check(
      (clause) => clause.explains === undefined || clause.kind === "penjelasan-pasal",
      "explains-of-kind",
    ),
    ["explains"],
  ),
  v.forward(
    v.check((clause) => (clause.value !== undefined) === (clause.kind === "tabel"), "value-of-kind"),
    ["value"],
  ),
);

/** A whole document: cids unique, all bounds kept. Issues carry paths such as `3.runs.0.text`. */
export const clauseListSchema = v.pipe(
  v.array(clauseSchema),
  v.maxLength(CLAUSE_LIMITS.clauses),
  v.check(
    (clauses) => clauses.reduce((sum, each) => sum + totalText(each), 0) <= CLAUSE_LIMITS.totalLength,
    "document-too-long",
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const seen = new Set<Cid>();
    for (const [index, clause] of dataset.value.entries()) {
      if (seen.has(clause.cid)) {
        addIssue({
          message: "cid-twice",
          path: [
            { type: "array", origin: "value", input: dataset.value, key: index, value: clause },
            { type: "object", origin: "value", input: { ...clause }, key: "cid", value: clause.cid },
          ],
        });
      }
      seen.add(clause.cid);
    }
  }),
);

// The schema and the model's type say the same, in both directions.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const schemaMatchesClause: Same<Mutable<v.InferOutput<typeof clauseSchema>>, Mutable<Clause>> = true;
type Mutable<T> = T extends readonly (infer E)[]
  ? Mutable<E>[]
  : T extends string | number | boolean
    ? T
    : { -readonly [K in keyof T]: Mutable<T[K]> };
