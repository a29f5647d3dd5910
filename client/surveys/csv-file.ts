import { csv } from "../../domain/exports/csv.ts";

export const csvFile = (rows: readonly (readonly (string | number)[])[]): Blob =>
  new Blob([csv(rows)], { type: "text/csv;charset=utf-8" });
