import { hostileSuite } from "./hostile.suite.ts";
import { openNodeHost } from "./node-host.ts";

hostileSuite("Node", openNodeHost);
