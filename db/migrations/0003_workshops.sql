CREATE TABLE `workshop_agenda` (
	`workshop_id` text NOT NULL,
	`position` integer NOT NULL,
	`cid` text NOT NULL,
	`minutes` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `position`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshop_agenda_minutes" CHECK("workshop_agenda"."minutes" between 1 and 480)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_agenda_once` ON `workshop_agenda` (`workshop_id`,`cid`);--> statement-breakpoint
CREATE TABLE `workshop_attendees` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`token_hash` text,
	`name` text NOT NULL,
	`group_id` text,
	`unit_id` text,
	`account_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshop_attendees_token" CHECK("workshop_attendees"."token_hash" is null or length("workshop_attendees"."token_hash") = 64)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_attendees_token_hash_unique` ON `workshop_attendees` (`token_hash`);--> statement-breakpoint
CREATE INDEX `workshop_attendees_workshop` ON `workshop_attendees` (`workshop_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `workshop_clusters` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`cid` text,
	`heading` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_clusters_workshop` ON `workshop_clusters` (`workshop_id`,`at`);--> statement-breakpoint
CREATE TABLE `workshop_confirmations` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `workshop_attendees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_confirmations_workshop` ON `workshop_confirmations` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `workshop_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `workshop_attendees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshop_corrections_outcome" CHECK("workshop_corrections"."outcome" in ('accepted', 'refused')),
	CONSTRAINT "workshop_corrections_decided" CHECK(("workshop_corrections"."outcome" is null) = ("workshop_corrections"."decided_by" is null) and ("workshop_corrections"."outcome" is null) = ("workshop_corrections"."decided_at" is null) and ("workshop_corrections"."outcome" is not 'refused' or "workshop_corrections"."reason" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_corrections_number` ON `workshop_corrections` (`workshop_id`,`number`);--> statement-breakpoint
CREATE TABLE `workshop_entries` (
	`contribution_id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`client_id` text NOT NULL,
	`number` integer NOT NULL,
	`cid` text,
	`group_id` text,
	`table_label` text,
	`attendee_id` text,
	`recorded_by` text,
	`cluster_id` text,
	`hidden` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `workshop_attendees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cluster_id`) REFERENCES `workshop_clusters`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshop_entries_by" CHECK(("workshop_entries"."attendee_id" is null) = ("workshop_entries"."recorded_by" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_entries_client_id_unique` ON `workshop_entries` (`client_id`);--> statement-breakpoint
CREATE INDEX `workshop_entries_cluster` ON `workshop_entries` (`cluster_id`);--> statement-breakpoint
CREATE INDEX `workshop_entries_attendee` ON `workshop_entries` (`attendee_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_entries_number` ON `workshop_entries` (`workshop_id`,`number`);--> statement-breakpoint
CREATE TABLE `workshop_invitations` (
	`workshop_id` text NOT NULL,
	`group_id` text NOT NULL,
	`position` integer NOT NULL,
	`invited` integer NOT NULL,
	`quota` integer,
	`names` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`workshop_id`, `group_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshop_invitations_invited" CHECK("workshop_invitations"."invited" between 0 and 2000),
	CONSTRAINT "workshop_invitations_quota" CHECK("workshop_invitations"."quota" is null or "workshop_invitations"."quota" between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE `workshop_minutes_parts` (
	`workshop_id` text NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`workshop_id`, `part`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshop_minutes_parts_size" CHECK(length("workshop_minutes_parts"."bytes") <= 921600)
);
--> statement-breakpoint
CREATE TABLE `workshop_paragraphs` (
	`workshop_id` text NOT NULL,
	`position` integer NOT NULL,
	`cid` text,
	`text` text NOT NULL,
	PRIMARY KEY(`workshop_id`, `position`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workshop_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`cid` text,
	`words` text NOT NULL,
	`open` integer DEFAULT true NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workshop_questions_workshop` ON `workshop_questions` (`workshop_id`,`at`);--> statement-breakpoint
CREATE TABLE `workshop_votes` (
	`subject_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`vote` text NOT NULL,
	PRIMARY KEY(`subject_id`, `attendee_id`),
	FOREIGN KEY (`attendee_id`) REFERENCES `workshop_attendees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshop_votes_vote" CHECK("workshop_votes"."vote" in ('agree', 'neutral', 'disagree'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `workshop_votes_workshop` ON `workshop_votes` (`workshop_id`,`subject_id`,`vote`);--> statement-breakpoint
CREATE TABLE `workshops` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`version_id` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`quota` integer,
	`state` text DEFAULT 'planned' NOT NULL,
	`current_cid` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`settings_revision` integer DEFAULT 1 NOT NULL,
	`draft_revision` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`closed_at` integer,
	`minutes_at` integer,
	`minutes_hash` text,
	`final_at` integer,
	`final_hash` text,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code`) REFERENCES `short_links`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workshops_window" CHECK("workshops"."starts_at" < "workshops"."ends_at"),
	CONSTRAINT "workshops_quota" CHECK("workshops"."quota" is null or "workshops"."quota" between 1 and 2000),
	CONSTRAINT "workshops_state" CHECK("workshops"."state" in ('planned', 'live', 'closed', 'minutes-open', 'final')),
	CONSTRAINT "workshops_minutes" CHECK(("workshops"."state" in ('minutes-open', 'final')) = ("workshops"."minutes_at" is not null) and ("workshops"."minutes_at" is null) = ("workshops"."minutes_hash" is null)),
	CONSTRAINT "workshops_final" CHECK(("workshops"."state" = 'final') = ("workshops"."final_hash" is not null) and ("workshops"."final_at" is null) = ("workshops"."final_hash" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workshops_code_unique` ON `workshops` (`code`);--> statement-breakpoint
CREATE INDEX `workshops_policy` ON `workshops` (`policy_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `workshops_consultation` ON `workshops` (`consultation_id`);