/** An R2 bucket as file store. A put replaces the whole object and is durable when it resolves. */
import { assertFileName, type FileStore } from "./file-store.ts";

/** As much of R2's binding as is used; the command line has it on Node, too. */
export interface Bucket {
  put(key: string, bytes: Uint8Array): Promise<unknown>;
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  list(options: { prefix: string; cursor?: string }): Promise<BucketPage>;
  delete(key: string): Promise<unknown>;
}

type BucketPage = { readonly objects: readonly { readonly key: string }[] } & (
  | { readonly truncated: true; readonly cursor: string }
  | { readonly truncated: false }
);

export function createBucketFileStore(bucket: Bucket): FileStore {
  return {
    async put(name, bytes) {
      assertFileName(name);
      await bucket.put(name, bytes);
    },
    async get(name) {
      assertFileName(name);
      const object = await bucket.get(name);
      return object ? new Uint8Array(await object.arrayBuffer()) : null;
    },
    async list(prefix) {
      const names: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page: BucketPage = await bucket.list({ prefix, ...(cursor !== undefined && { cursor }) });
        names.push(...page.objects.map(({ key }) => key));
        if (!page.truncated) return names.toSorted();
        cursor = page.cursor;
      }
    },
    async remove(name) {
      assertFileName(name);
      await bucket.delete(name);
    },
  };
}
