import { openNodeHost } from "./node-host.ts";
import { protocolSuite } from "./protocol.suite.ts";

protocolSuite("Node", openNodeHost);
