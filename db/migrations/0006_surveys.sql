CREATE TABLE `survey_codes` (
	`survey_id` text NOT NULL,
	`mark` blob NOT NULL,
	`used` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`survey_id`, `mark`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_codes_size" CHECK(length("survey_codes"."mark") = 32)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_keys` (
	`survey_id` text PRIMARY KEY NOT NULL,
	`key` blob NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_keys_size" CHECK(length("survey_keys"."key") = 32)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_participations` (
	`survey_id` text NOT NULL,
	`mark` blob NOT NULL,
	PRIMARY KEY(`survey_id`, `mark`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_participations_size" CHECK(length("survey_participations"."mark") = 32)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`survey_id` text NOT NULL,
	`id` text NOT NULL,
	`rule` text NOT NULL,
	`group_id` text,
	`answered_on` text NOT NULL,
	`account_id` text,
	`answers` text NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`survey_id`, `id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`rule`) REFERENCES `surveys`(`id`,`rule`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_responses_named" CHECK("survey_responses"."account_id" is null or "survey_responses"."rule" = 'named'),
	CONSTRAINT "survey_responses_day" CHECK("survey_responses"."answered_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_responses_account` ON `survey_responses` (`survey_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `survey_roster` (
	`survey_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	PRIMARY KEY(`survey_id`, `id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_roster_token" CHECK(length("survey_roster"."token_hash") = 64)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_roster_token_hash_unique` ON `survey_roster` (`token_hash`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`policy_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`version_id` text NOT NULL,
	`title` text NOT NULL,
	`intro` text NOT NULL,
	`rule` text NOT NULL,
	`state` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`closed_at` integer,
	`target` integer,
	`groups` text NOT NULL,
	`definition` text NOT NULL,
	`quotes` text NOT NULL,
	`form` integer DEFAULT 1 NOT NULL,
	`final_counts` text,
	`wave` integer DEFAULT 1 NOT NULL,
	`previous_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "surveys_window_order" CHECK("surveys"."opens_at" < "surveys"."closes_at"),
	CONSTRAINT "surveys_rule" CHECK("surveys"."rule" in ('named', 'anonymous', 'code', 'open')),
	CONSTRAINT "surveys_state" CHECK("surveys"."state" in ('draft', 'opened', 'closed')),
	CONSTRAINT "surveys_closed" CHECK(("surveys"."state" = 'closed') = ("surveys"."closed_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `surveys_policy` ON `surveys` (`policy_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `surveys_consultation` ON `surveys` (`consultation_id`);--> statement-breakpoint
CREATE INDEX `surveys_window` ON `surveys` (`state`,`closes_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_rule_kept` ON `surveys` (`id`,`rule`);--> statement-breakpoint
CREATE TRIGGER `surveys_locked` BEFORE UPDATE OF `policy_id`, `consultation_id`, `version_id`, `rule`, `groups`, `definition`, `quotes`, `form` ON `surveys`
WHEN exists (SELECT 1 FROM `survey_responses` WHERE `survey_id` = old.`id`)
AND (new.`policy_id` IS NOT old.`policy_id` OR new.`consultation_id` IS NOT old.`consultation_id` OR new.`version_id` IS NOT old.`version_id`
	OR new.`rule` IS NOT old.`rule` OR new.`groups` IS NOT old.`groups` OR new.`definition` IS NOT old.`definition`
	OR new.`quotes` IS NOT old.`quotes` OR new.`form` IS NOT old.`form`)
BEGIN
	SELECT RAISE(ABORT, 'CHECK constraint failed: surveys_locked');
END;--> statement-breakpoint
CREATE TRIGGER `surveys_closed_for_good` BEFORE UPDATE OF `state` ON `surveys`
WHEN old.`state` = 'closed' AND new.`state` <> 'closed'
BEGIN
	SELECT RAISE(ABORT, 'CHECK constraint failed: surveys_closed_for_good');
END;--> statement-breakpoint
CREATE TRIGGER `survey_responses_taken` BEFORE INSERT ON `survey_responses`
WHEN coalesce((SELECT `state` FROM `surveys` WHERE `id` = new.`survey_id`), '') <> 'opened'
BEGIN
	SELECT RAISE(ABORT, 'CHECK constraint failed: survey_responses_taken');
END;
