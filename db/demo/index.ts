/** The demo as data; who loads it decides on ids and passwords. */
import type { DemoPolicy } from "./demo-policy.ts";
import { PALU } from "./palu.ts";
import { PONTIANAK } from "./pontianak.ts";

export const DEMO_POLICIES: readonly DemoPolicy[] = [PALU, PONTIANAK];
export { DEMO_ACCOUNTS, DEMO_GROUPS, DEMO_UNITS } from "./people.ts";
