import { customType } from "drizzle-orm/sqlite-core";

/**
 * A blob as `Uint8Array` on both hosts: drizzle's own blob mode needs the global
 * `Buffer`, which Workers do not have, and D1 answers with a plain array.
 */
export const bytes = customType<{
  data: Uint8Array;
  driverData: Uint8Array | ArrayBuffer | readonly number[];
}>({
  dataType: () => "blob",
  toDriver: (value) => value,
  fromDriver: (value) => (value instanceof Uint8Array ? value : new Uint8Array(value as ArrayBuffer)),
});
