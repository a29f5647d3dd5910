import { hostileSuite } from "./hostile.suite.ts";
import { openWorkerdHost } from "./workerd-host.ts";

hostileSuite("workerd", openWorkerdHost, {
  // Above 32 MiB the runtime ends the socket itself, with its own code, and tells the object nothing.
  "a frame of 50 MB": { closes: [1009, 1006], counted: [] },
  // Whoever sends such bytes is cut off by the runtime, which takes a stray continuation for a message.
  "illegal WebSocket frames": {
    closes: [1002, 1006, 4400],
    counted: ['rembuk_sockets_closed_total{code="1002"}', 'rembuk_sockets_closed_total{code="4400"}'],
  },
});
