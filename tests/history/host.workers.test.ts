import { openWorkerdHost } from "../room/workerd-host.ts";
import { historySuite } from "./host.suite.ts";

historySuite("workerd", openWorkerdHost);
