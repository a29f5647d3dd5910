/** The built workspace, as the server hands it out. Two hosts, two stores. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly contentType: string;
  /** Named by its content, so it may be kept for ever. */
  readonly immutable: boolean;
  readonly etag?: string;
  readonly encoding?: string;
}

export interface AssetStore {
  /** A file below the site's root, such as `/assets/app-1a2b.js`; null when there is none. `accept` is Accept-Encoding. */
  get(path: string, accept: string): Promise<Asset | null>;
  /** The workspace's page; null before the first build. */
  index(): Promise<string | null>;
  /** Addresses of the portal's style sheets. */
  portalStyles(): Promise<readonly string[]>;
  /** Addresses of the style sheets of documents for printing. */
  documentStyles(): Promise<readonly string[]>;
  /** Address of the script built from `client/portal/<name>.ts`; null before the first build. */
  portalScript(name: string): Promise<string | null>;
}

export const noAssets: AssetStore = {
  get: async () => null,
  index: async () => null,
  portalStyles: async () => [],
  documentStyles: async () => [],
  portalScript: async () => null,
};
