/**
 * How Node runs the server. V8 lets the space for new objects grow to many megabytes in each thread, which starting
 * alone fills; a server of short requests keeps nothing there. With 4 MB the process takes some 100 MB less (measured,
 * docs/decisions/0020-the-floor-of-a-room.md).
 */
export const SERVER_NODE_OPTIONS = ["--max-semi-space-size=4"];
