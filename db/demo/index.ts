/** The demo as data; who loads it decides on ids and passwords. */
import type { DemoConsultation } from "./demo-instruments.ts";
import type { DemoPolicy } from "./demo-policy.ts";
import { PALU } from "./palu.ts";
import { PALU_CONSULTATIONS } from "./palu-consultations.ts";
import { PONTIANAK } from "./pontianak.ts";
import { PONTIANAK_CONSULTATIONS } from "./pontianak-consultations.ts";

export const DEMO_POLICIES: readonly DemoPolicy[] = [PALU, PONTIANAK];
export const DEMO_CONSULTATIONS: readonly DemoConsultation[] = [
  ...PALU_CONSULTATIONS,
  ...PONTIANAK_CONSULTATIONS,
];
export { DEMO_ACCOUNTS, DEMO_GROUPS, DEMO_UNITS } from "./people.ts";
export { DEMO_REVIEWS, DEMO_SUBMISSIONS } from "./reviews-and-submissions.ts";
