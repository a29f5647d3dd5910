/** What somebody types into the plan of a workshop, and the plan it makes. */
import type { Cid, GroupId } from "../../domain/ids.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import type { WorkshopDetail, WorkshopSettings } from "../../domain/workshops/workshops.contract.ts";

export interface PlanDraft {
  readonly title: string;
  readonly place: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly quota: string;
  readonly agenda: readonly { readonly cid: Cid; readonly label: string; readonly minutes: string }[];
  readonly invitations: readonly {
    readonly groupId: GroupId;
    readonly name: string;
    readonly invited: string;
    readonly quota: string;
    readonly names: string;
  }[];
}

export const emptyDraft = (): PlanDraft => ({
  title: "",
  place: "",
  on: "",
  from: "09:00",
  to: "12:00",
  quota: "",
  agenda: [],
  invitations: [],
});

const text = (value: number | null): string => (value === null ? "" : String(value));

export function draftOf(workshop: WorkshopDetail): PlanDraft {
  const { title, place, on, from, to, quota, agenda, invitations } = workshop;
  return {
    title,
    place,
    on,
    from,
    to,
    quota: text(quota),
    agenda: agenda.map(({ cid, label, minutes }) => ({ cid, label, minutes: String(minutes) })),
    invitations: invitations.map(({ groupId, name, invited, quota: limit, names }) => ({
      groupId,
      name,
      invited: String(invited),
      quota: text(limit),
      names,
    })),
  };
}

const whole = (value: string, min: number, max: number): number | null => {
  const number = /^\d{1,6}$/.test(value.trim()) ? Number(value) : NaN;
  return number >= min && number <= max ? number : null;
};

/** Names of the sentences that say what is missing or wrong. */
export type PlanFlaw = "fieldsMissing" | "agendaMissing" | "numbersWrong";

/** The plan, or what is wrong with it. Empty limits are none. */
export function settingsOf(draft: PlanDraft): WorkshopSettings | PlanFlaw {
  const { title, place, on, from, to } = draft;
  if ([title, place, on, from, to].some((value) => value.trim() === "")) return "fieldsMissing";
  if (draft.agenda.length === 0) return "agendaMissing";
  let wrong = false;
  const required = (value: string, min: number, max: number): number => {
    const number = whole(value, min, max);
    wrong ||= number === null;
    return number ?? 0;
  };
  const limit = (value: string): number | null =>
    value.trim() === "" ? null : required(value, 1, WORKSHOP_LIMITS.people);
  const settings: WorkshopSettings = {
    title,
    place,
    on,
    from,
    to,
    quota: limit(draft.quota),
    agenda: draft.agenda.map(({ cid, minutes }) => ({
      cid,
      minutes: required(minutes, 1, WORKSHOP_LIMITS.agendaMinutes),
    })),
    invitations: draft.invitations.map(({ groupId, invited, quota, names }) => ({
      groupId,
      invited: required(invited === "" ? "0" : invited, 0, WORKSHOP_LIMITS.people),
      quota: limit(quota),
      names,
    })),
  };
  return wrong ? "numbersWrong" : settings;
}

/** A list with the item at `index` moved by `by` places; the same list where that leads outside. */
export function moved<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const to = index + by;
  const item = list[index];
  if (item === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(index, 1).toSpliced(to, 0, item);
}
