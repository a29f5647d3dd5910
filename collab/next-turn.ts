/** Lets what waits run first: long reading is cut into turns, so that nobody who types is held up by it. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
