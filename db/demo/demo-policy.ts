/** What a policy of the demo is made of. Plain data: the loader in the server turns it into accounts, documents and versions. */
import type { AccountRole } from "../../domain/accounts/account.ts";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import type { PolicyRole, Stage } from "../../domain/policies/policy.ts";

export type DemoAccountName =
  | "perancang1"
  | "perancang2"
  | "bagianhukum"
  | "walikota"
  | "fasilitator"
  | "asn1"
  | "asn2"
  | "korpri"
  | "korpri2"
  | "admin";

export type DemoAuthoritySlug = "palu" | "pontianak";

export interface DemoAuthority {
  readonly slug: DemoAuthoritySlug;
  readonly name: string;
  /** The office that enacts, as printed in capitals. */
  readonly office: string;
  readonly spelling: "Wali Kota" | "Walikota";
  readonly region: string;
  readonly province: string;
  readonly gazette: string;
  /** IANA name; windows and deadlines are computed in it. */
  readonly timeZone: string;
  /** Lines of the kop. */
  readonly letterhead: string;
}

export interface DemoDraft {
  readonly label: string;
  readonly note: string;
  /** Days before the first run on which the version was frozen. */
  readonly daysAgo: number;
  readonly authorAccount: DemoAccountName;
  /** The whole regulation, one paragraph a line, as a word processor exports it. */
  readonly text: string;
}

export interface DemoPolicy {
  readonly slug: string;
  readonly authority: DemoAuthority;
  readonly documentType: DocumentType;
  readonly title: string;
  /** Name of a unit in `DEMO_UNITS` of the same authority. */
  readonly initiatingUnit: string;
  readonly stage: Stage;
  readonly members: readonly {
    readonly account: DemoAccountName;
    readonly role: PolicyRole;
  }[];
  /** Oldest first. */
  readonly drafts: readonly DemoDraft[];
  readonly live: { readonly authorAccount: DemoAccountName; readonly text: string };
}

export interface DemoUnit {
  readonly authority: DemoAuthoritySlug;
  readonly name: string;
}

/** Signs in as `<name>@demo.rembuk.id`. */
export interface DemoAccount {
  readonly name: DemoAccountName;
  /** Shown to others: a role, never a person's name. */
  readonly displayName: string;
  readonly role: AccountRole;
  readonly head?: true;
  /** One of `DEMO_UNITS`. */
  readonly unit?: DemoUnit;
}

export interface DemoGroup {
  readonly authority: DemoAuthoritySlug;
  readonly name: string;
  /** People it is meant to reach. */
  readonly size: number;
}
