CREATE TABLE `open_sockets` (
	`document` text NOT NULL,
	`account` text NOT NULL,
	`session` text NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`document`, `session`, `account`)
);
--> statement-breakpoint
CREATE INDEX `open_sockets_account` ON `open_sockets` (`account`);--> statement-breakpoint
CREATE INDEX `open_sockets_session` ON `open_sockets` (`session`);--> statement-breakpoint
CREATE INDEX `open_sockets_opened` ON `open_sockets` (`opened_at`);--> statement-breakpoint
CREATE TABLE `room_figures` (
	`series` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
