ALTER TABLE `consultations` ADD `announced_at` integer;--> statement-breakpoint
ALTER TABLE `consultations` ADD `end_reason` text;--> statement-breakpoint
ALTER TABLE `consultations` ADD `closing_recorded_at` integer;