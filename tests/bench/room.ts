/**
 * The room beside its peers: `npm run bench -- room`. Parts by their letters
 * (`-- room a d`), `--quick` for one run of each, `--runs 3`, `--servers
 * rembuk,floor`, `--cpu-prof <folder>` for a profile of our server,
 * `--checkout <folder>` for our server from another checkout, `--before
 * <folder>` for that one beside the present one.
 */
import { parseArgs } from "node:util";
import { coldOpens } from "./room/part-cold-open.ts";
import { fanOut } from "./room/part-fan-out.ts";
import { kills } from "./room/part-kill.ts";
import { many } from "./room/part-many.ts";
import { presence } from "./room/part-presence.ts";
import { slowReader } from "./room/part-slow-reader.ts";
import { storms } from "./room/part-storm.ts";
import { installPeers, SERVERS, type ServerName } from "./room/servers.ts";
import { openStage } from "./room/stage.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    runs: { type: "string" },
    servers: { type: "string" },
    sizes: { type: "string" },
    "cpu-prof": { type: "string" },
    checkout: { type: "string" },
    before: { type: "string" },
  },
});
const asked = values.servers?.split(",") ?? [...SERVERS];
const servers: ServerName[] = SERVERS.filter((name) => asked.includes(name));
if (values.before !== undefined) servers.push("before");
installPeers();
const stage = await openStage({
  runs: values.runs === undefined ? (values.quick ? 1 : 5) : Number(values.runs),
  quick: values.quick,
  servers,
  cpuProfile: values["cpu-prof"] ?? null,
  checkouts: {
    ...(values.checkout !== undefined && { rembuk: values.checkout }),
    ...(values.before !== undefined && { before: values.before }),
  },
});
try {
  const sizes = values.sizes?.split(",").map(Number) ?? (values.quick ? [300] : [20, 100, 300]);
  const wanted = (part: string) => positionals.length === 0 || positionals.includes(part);
  if (wanted("a")) await fanOut(stage, sizes);
  if (wanted("b")) await many(stage);
  if (wanted("c")) await coldOpens(stage);
  if (wanted("d")) await storms(stage);
  if (wanted("e")) await presence(stage);
  if (wanted("f")) await slowReader(stage);
  if (wanted("g")) await kills(stage);
} finally {
  await stage.close();
}
