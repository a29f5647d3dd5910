CREATE TABLE `consultation_groups` (
	`consultation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`target` integer,
	PRIMARY KEY(`consultation_id`, `group_id`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`version_id` text NOT NULL,
	`short_code` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`what_happens` text NOT NULL,
	`legal_basis` text NOT NULL,
	`retention_months` integer NOT NULL,
	`contact` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`comments` text,
	`submissions` integer DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`short_code`) REFERENCES `short_links`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consultations_window_order" CHECK("consultations"."opens_at" < "consultations"."closes_at"),
	CONSTRAINT "consultations_state" CHECK("consultations"."state" in ('draft', 'announced', 'cancelled')),
	CONSTRAINT "consultations_comments" CHECK("consultations"."comments" is null or "consultations"."comments" in ('named', 'anonymous', 'code', 'open'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultations_short_code_unique` ON `consultations` (`short_code`);--> statement-breakpoint
CREATE INDEX `consultations_policy` ON `consultations` (`policy_id`,`opens_at`);--> statement-breakpoint
CREATE INDEX `consultations_window` ON `consultations` (`state`,`closes_at`);--> statement-breakpoint
CREATE TABLE `short_links` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "short_links_kind" CHECK("short_links"."kind" in ('consultation', 'survey', 'workshop')),
	CONSTRAINT "short_links_code" CHECK(length("short_links"."code") = 6)
);
--> statement-breakpoint
CREATE TABLE `contribution_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`contribution_id` text NOT NULL,
	`author` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contribution_notes_contribution` ON `contribution_notes` (`contribution_id`,`at`);--> statement-breakpoint
CREATE TABLE `contribution_targets` (
	`contribution_id` text NOT NULL,
	`position` integer NOT NULL,
	`cid` text NOT NULL,
	`item_cid` text,
	`quote` text,
	PRIMARY KEY(`contribution_id`, `position`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contribution_targets_cid` ON `contribution_targets` (`cid`);--> statement-breakpoint
CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`consultation_id` text,
	`channel` text NOT NULL,
	`source_id` text,
	`source_item` text,
	`version_id` text NOT NULL,
	`group_id` text,
	`unit_id` text,
	`author_kind` text NOT NULL,
	`author_id` text,
	`text` text NOT NULL,
	`stance` text,
	`proposed_text` text,
	`state` text NOT NULL,
	`visibility` text NOT NULL,
	`redacted_text` text,
	`redacted_proposed_text` text,
	`moderation_note` text,
	`assignee_id` text,
	`superseded_by` text,
	`created_on` text NOT NULL,
	`received_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contributions_channel" CHECK("contributions"."channel" in ('comment', 'survey-text', 'survey-figure', 'workshop', 'submission', 'complaint')),
	CONSTRAINT "contributions_state" CHECK("contributions"."state" in ('received', 'triaged', 'considered', 'answered', 'published', 'withdrawn')),
	CONSTRAINT "contributions_stance" CHECK("contributions"."stance" is null or "contributions"."stance" in ('support', 'support-with-change', 'against', 'question')),
	CONSTRAINT "contributions_visibility" CHECK("contributions"."visibility" in ('team', 'public')),
	CONSTRAINT "contributions_author_known" CHECK(("contributions"."author_kind" = 'account') = ("contributions"."author_id" is not null) and "contributions"."author_kind" in ('account', 'receipt', 'none'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contributions_policy` ON `contributions` (`policy_id`,`created_on`,`id`);--> statement-breakpoint
CREATE INDEX `contributions_consultation` ON `contributions` (`consultation_id`,`channel`);--> statement-breakpoint
CREATE INDEX `contributions_source` ON `contributions` (`source_id`,`source_item`);--> statement-breakpoint
CREATE INDEX `contributions_author` ON `contributions` (`author_id`);--> statement-breakpoint
CREATE TABLE `disposition_contributions` (
	`disposition_id` text NOT NULL,
	`contribution_id` text NOT NULL,
	`current` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`disposition_id`, `contribution_id`),
	FOREIGN KEY (`disposition_id`) REFERENCES `dispositions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disposition_contributions_one` ON `disposition_contributions` (`contribution_id`) WHERE "disposition_contributions"."current" = 1;--> statement-breakpoint
CREATE TABLE `dispositions` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`change_cid` text,
	`change_version_id` text,
	`change_after_version` integer,
	`replaces` text,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dispositions_outcome" CHECK("dispositions"."outcome" in ('accepted', 'partly', 'rejected', 'noted', 'out-of-scope')),
	CONSTRAINT "dispositions_change" CHECK(("dispositions"."change_cid" is not null) = (("dispositions"."change_version_id" is not null) + ("dispositions"."change_after_version" is not null) = 1))
);
--> statement-breakpoint
CREATE INDEX `dispositions_policy` ON `dispositions` (`policy_id`,`at`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`contribution_id` text NOT NULL,
	`locale` text NOT NULL,
	`email` text,
	FOREIGN KEY (`contribution_id`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "receipts_hash" CHECK(length("receipts"."secret_hash") = 64)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_contribution_id_unique` ON `receipts` (`contribution_id`);