/** Files beside the database: heads of chains, attachments. Names are relative, with `/` between folders. */
export interface FileStore {
  /** Stores the whole file, durably, in place of one with that name: readers see the old or the new, never a part. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. */
  get(name: string): Promise<Uint8Array | null>;
  /** Names that start with `prefix`, sorted. */
  list(prefix: string): Promise<string[]>;
  /** Takes a file away; none with that name is fine. */
  remove(name: string): Promise<void>;
}

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** Throws a RangeError unless every segment is a plain name: no `..`, no hidden files, nothing absolute. */
export function assertFileName(name: string): void {
  const segments = name.split("/");
  if (segments.length > 8 || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new RangeError(`not a file name: ${JSON.stringify(name.slice(0, 200))}`);
  }
}
