/** Options of Node before the name of the entry file. */
export const SERVER_NODE_OPTIONS: readonly string[];
