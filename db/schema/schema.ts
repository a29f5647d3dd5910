/** All tables, as drizzle wants them for the database object. */
import * as accounts from "./accounts.ts";
import * as attachments from "./attachments.ts";
import * as audit from "./audit.ts";
import * as authorities from "./authorities.ts";
import * as consultations from "./consultations.ts";
import * as contributions from "./contributions.ts";
import * as notifications from "./notifications.ts";
import * as openSockets from "./open-sockets.ts";
import * as operations from "./operations.ts";
import * as policies from "./policies.ts";
import * as surveys from "./surveys.ts";
import * as reviews from "./reviews.ts";
import * as stages from "./stages.ts";
import * as workshops from "./workshops.ts";
import * as submissions from "./submissions.ts";

export const schema = {
  ...accounts,
  ...attachments,
  ...audit,
  ...authorities,
  ...consultations,
  ...contributions,
  ...notifications,
  ...openSockets,
  ...operations,
  ...policies,
  ...surveys,
  ...reviews,
  ...stages,
  ...workshops,
  ...submissions,
};
