/** An R2 bucket as file store. A put replaces the whole object and is durable when it resolves. */
import { assertFileName, type FileStore } from "./file-store.ts";

export function createBucketFileStore(bucket: R2Bucket): FileStore {
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
        const page: R2Objects = await bucket.list({ prefix, ...(cursor !== undefined && { cursor }) });
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
