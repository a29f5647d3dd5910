/** What a test sets of the application that runs in workerd, sent with each request. */
export interface AppControl {
  /** Which of the databases is its own. */
  readonly index: number;
  /** Null: the runtime's clock. */
  readonly now: number | null;
  readonly demo: boolean;
  readonly address: string;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly authSecret: string;
  readonly limits: unknown;
  /** Whether there is a mail server. */
  readonly mails: boolean;
}

export interface LoggedLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly message: string;
  readonly error?: string | null;
}

export const CONTROL_HEADER = "x-test-control";
export const LOG_HEADER = "x-test-log";
