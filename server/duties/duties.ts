/** Everything that recurs. A feature adds a line here; the entries run them. */
import { recordDueClosings } from "../consultations/record-closings.ts";
import { endDueRetention } from "../consultations/end-retention.ts";
import { deliverOutbox } from "../mail/deliver-outbox.ts";
import { closeDueSurveys, emptyLogWhileOpen } from "../surveys/keep-surveys.ts";
import { endDueMinutes } from "../workshops/end-due-minutes.ts";
import type { Duty } from "./duty.ts";

const MINUTE_MS = 60_000;

export const DUTIES: readonly Duty[] = [
  { name: "mail", everyMs: 15_000, run: deliverOutbox },
  { name: "retention", everyMs: 60 * MINUTE_MS, run: endDueRetention },
  { name: "consultations that are over", everyMs: MINUTE_MS, run: recordDueClosings },
  { name: "surveys that are over", everyMs: MINUTE_MS, run: closeDueSurveys },
  { name: "write-ahead log while surveys are open", everyMs: 60 * MINUTE_MS, run: emptyLogWhileOpen },
  { name: "minutes of workshops", everyMs: MINUTE_MS, run: endDueMinutes },
];
