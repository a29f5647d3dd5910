/** What the form of a consultation holds, and what of it is sent. Pure. */
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type {
  ConsultationView,
  CreateConsultation,
  PatchConsultation,
} from "../../domain/consultations/consultations.contract.ts";
import { epochToZoned } from "../../domain/consultations/zone-time.ts";
import type { EpochMs, GroupId } from "../../domain/ids.ts";

/** Numbers as they were typed: `target` may be empty, half a number, or too much. */
export interface FormValues {
  readonly title: string;
  readonly summary: string;
  readonly version: number;
  readonly opens: string;
  readonly closes: string;
  readonly groups: readonly { readonly groupId: GroupId; readonly target: string }[];
  readonly comments: IdentityRule | null;
  readonly submissions: boolean;
  readonly whatHappens: string;
  readonly legalBasis: string;
  readonly retentionMonths: string;
  readonly contact: string;
}

const DAY_MS = 86_400_000;
export const OPENS_HOUR = "08:00";
export const CLOSES_HOUR = "16:00";
const DEFAULT_DAYS = 14;

/** A window that is likely: from tomorrow morning, two weeks, by the authority's clocks. */
export function likelyWindow(timeZone: string, now: EpochMs): Pick<FormValues, "opens" | "closes"> {
  const day = (ahead: number) => epochToZoned(timeZone, now + ahead * DAY_MS).slice(0, 10);
  return { opens: `${day(1)}T${OPENS_HOUR}`, closes: `${day(1 + DEFAULT_DAYS)}T${CLOSES_HOUR}` };
}

export function valuesOf(view: ConsultationView): FormValues {
  const { title, summary, opens, closes, comments, submissions, whatHappens, legalBasis, contact } = view;
  return {
    title,
    summary,
    version: view.version.number,
    opens,
    closes,
    groups: view.groups.map(({ groupId, target }) => ({ groupId, target: target?.toString() ?? "" })),
    comments,
    submissions,
    whatHappens,
    legalBasis,
    retentionMonths: String(view.retentionMonths),
    contact,
  };
}

/** A typed whole number, `1.200` and `1 200` too; 0 for what is none: the server refuses it and names the field. */
export const readCount = (typed: string): number => {
  const digits = typed.trim().replaceAll(/[\s.]/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : 0;
};

export function bodyOf(values: FormValues): CreateConsultation {
  const { groups, retentionMonths, ...same } = values;
  return {
    ...same,
    title: same.title.trim(),
    retentionMonths: readCount(retentionMonths),
    groups: groups.map(({ groupId, target }) => ({
      groupId,
      target: target.trim() === "" ? null : readCount(target),
    })),
  };
}

const FIELDS = [
  "title",
  "summary",
  "version",
  "opens",
  "closes",
  "groups",
  "comments",
  "submissions",
  "whatHappens",
  "legalBasis",
  "retentionMonths",
  "contact",
] as const satisfies readonly (keyof FormValues)[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was changed in the form since `base` was read. */
export const changedFields = (base: FormValues, values: FormValues) =>
  FIELDS.filter((field) => !same(base[field], values[field]));

/** Only what was changed: what a colleague changed elsewhere meanwhile is not overwritten. */
export function patchOf(base: FormValues, values: FormValues): PatchConsultation {
  const body = bodyOf(values);
  return Object.fromEntries(
    changedFields(base, values).map((field) => [field, body[field]]),
  ) as PatchConsultation;
}

/** One's own changes on top of what is saved now. */
export function rebase(base: FormValues, values: FormValues, saved: FormValues): FormValues {
  const own = Object.fromEntries(changedFields(base, values).map((field) => [field, values[field]]));
  return { ...saved, ...own };
}
