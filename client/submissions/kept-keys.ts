/** Under which names unsaved words of items lie on this device: per account, submission and item. */
const prefixOf = (account: string): string => `usulan:${account}:`;

/** Of one account: another person on the same device never finds it. */
export const keptKey = (account: string, submission: string, item: string): string =>
  `${prefixOf(account)}${submission}:${item}`;

function keysOf(account: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(account)));
  } catch {
    return [];
  }
}

/** How many items of this account wait here to be saved. */
export const countKeptWords = (account: string): number => keysOf(account).length;

/** On signing out: the draft of a body does not stay on a shared device. */
export function forgetKeptWords(account: string): void {
  for (const key of keysOf(account)) localStorage.removeItem(key);
}
