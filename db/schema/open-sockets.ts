/**
 * Where somebody may be connected, for a host whose documents each live in a process of their own: rights of an
 * account or the end of a session concern documents that nobody else can name. Unused where one process has all rooms.
 */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Written before a socket's rights are decided; may outlive the socket, never the other way round. */
export const openSockets = sqliteTable(
  "open_sockets",
  {
    document: text().notNull(),
    account: text().notNull(),
    session: text().notNull(),
    openedAt: integer("opened_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.document, table.session, table.account] }),
    index("open_sockets_account").on(table.account),
    index("open_sockets_session").on(table.session),
    index("open_sockets_opened").on(table.openedAt),
  ],
);

/** What the rooms counted, summed over documents that each live in a process of their own. */
export const roomFigures = sqliteTable("room_figures", {
  /** Name and labels as on `/metrics`. */
  series: text().primaryKey(),
  value: integer().notNull(),
});
