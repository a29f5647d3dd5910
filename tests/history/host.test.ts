import { openNodeHost } from "../room/node-host.ts";
import { historySuite } from "./host.suite.ts";

historySuite("Node", openNodeHost);
