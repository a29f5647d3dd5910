import { protocolSuite } from "./protocol.suite.ts";
import { openWorkerdHost } from "./workerd-host.ts";

protocolSuite("workerd", openWorkerdHost);
