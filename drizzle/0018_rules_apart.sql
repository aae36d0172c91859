CREATE TABLE `rules_in_force` (
	`one` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "rules_in_force_one" CHECK(one = 1)
);
--> statement-breakpoint
INSERT INTO rules_in_force (one, version, hash, at) VALUES (1, 0, '', 0);
--> statement-breakpoint
-- The triggers and views that the migrations up to here made. From now on drizzle/rules holds them.
DROP TRIGGER IF EXISTS units_closure;
--> statement-breakpoint
DROP TRIGGER IF EXISTS units_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS audit_entries_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS audit_entries_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS account_closures_end_sessions;
--> statement-breakpoint
DROP TRIGGER IF EXISTS slots_inserted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS slots_moved;
--> statement-breakpoint
DROP TRIGGER IF EXISTS slots_in_use;
--> statement-breakpoint
DROP TRIGGER IF EXISTS slots_deleted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_publications_need_slot;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_publications_not_cancelled;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_cancellations_not_completed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_held;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_begun;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_fit_the_slot;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_still_fit_the_slot;
--> statement-breakpoint
DROP TRIGGER IF EXISTS slots_keep_room_for_waiting;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_inserted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_resized;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_enlarged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_counted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_change_while_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_withdrawals_place;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_promotions_waiting;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_promotions_place;
--> statement-breakpoint
DROP TRIGGER IF EXISTS line_moves_waiting;
--> statement-breakpoint
DROP TRIGGER IF EXISTS line_moves_rank;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_claims_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_claims_one_at_a_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_claims_counted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_releases_in_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_releases_counted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledge_texts_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledges_audience;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledge_withdrawals_marked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_claim_no_more;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_claim_no_more_later;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasion_confirmations_second_person;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activity_removals_marked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_removed_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS events_take_a_number;
--> statement-breakpoint
DROP TRIGGER IF EXISTS events_keep_their_number;
--> statement-breakpoint
DROP TRIGGER IF EXISTS slots_moved_with_reason;
--> statement-breakpoint
DROP TRIGGER IF EXISTS events_moved_with_reason;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_changes_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS events_stay_in_their_series;
--> statement-breakpoint
DROP VIEW IF EXISTS shift_waits_ready;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_waits_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_waits_not_held;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_waits_one_at_a_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_waits_when_full;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_wait_withdrawals_waiting;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_wait_withdrawals_done;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_promotions_waiting;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_promotions_claim;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_claims_in_order;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_claims_end_wait;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_claims_by_request;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_requests_own;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_requests_in_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_requests_wanted_theirs;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_requests_not_held;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_releases_lapse_requests;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_answers_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_answers_by;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_answers_close;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_after;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_settled;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_in_turn;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_volunteer;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_second_person;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_volunteer_first;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_within_shift;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_agreed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_hours_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_feed_revocations_done;
--> statement-breakpoint
DROP TRIGGER IF EXISTS check_ins_allowed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS check_ins_people_named;
--> statement-breakpoint
DROP TRIGGER IF EXISTS check_in_undos_in_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS check_in_undos_marked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS no_shows_absent;
--> statement-breakpoint
DROP TRIGGER IF EXISTS no_shows_free_the_place;
--> statement-breakpoint
DROP TRIGGER IF EXISTS no_shows_take_it_back;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_keep_who_came;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_in_order;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_withdrawals_in_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_questions_few;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_questions_answered;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_questions_removed_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_question_removals_forget;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_answers_asked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_answers_in_party;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_answers_in_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_answers_leave;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_answers_withdrawn;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_occasion_confirmed_anew;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shifts_moved;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shifts_moved_one_at_a_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_changes_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS shift_change_sights_own;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_corrected;
--> statement-breakpoint
DROP TRIGGER IF EXISTS household_acts_in_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_visits_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_visits_counted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_visits_moved;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_other_day;
--> statement-breakpoint
DROP TRIGGER IF EXISTS lectures_only;
--> statement-breakpoint
DROP TRIGGER IF EXISTS lecture_feedbacks_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_files_few;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_file_removals_emptied;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledge_renewals_allowed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS birthday_banquets_fit;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitations_fit;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitations_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitation_calls_in_time;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitation_calls_answer;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitation_results_begun;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitation_results_told;
--> statement-breakpoint
DROP TRIGGER IF EXISTS elder_departures_drop;
--> statement-breakpoint
DROP TRIGGER IF EXISTS elder_departures_of_the_living;
--> statement-breakpoint
DROP TRIGGER IF EXISTS elder_departure_undos_not_erased;
--> statement-breakpoint
DROP TRIGGER IF EXISTS elder_departure_undos_return;
--> statement-breakpoint
DROP TRIGGER IF EXISTS elder_erasures_drop;
--> statement-breakpoint
DROP TRIGGER IF EXISTS target_settings_in_turn;
--> statement-breakpoint
DROP TRIGGER IF EXISTS target_settings_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS targets_within;
--> statement-breakpoint
DROP TRIGGER IF EXISTS tasks_unit;
--> statement-breakpoint
DROP TRIGGER IF EXISTS tasks_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS task_withdrawals_marked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS task_replies_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS task_replies_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_of_one;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_stay_of_one;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signups_checked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donor_checks_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS events_keep_their_kind;
--> statement-breakpoint
DROP TRIGGER IF EXISTS station_consents_for_a_drive;
--> statement-breakpoint
DROP TRIGGER IF EXISTS station_consent_withdrawals_marked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_at_a_drive;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_stay_where_they_are;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_removed_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donation_removals_marked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_counted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_recounted;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_say_the_results;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_still_say_the_results;
--> statement-breakpoint
DROP TRIGGER IF EXISTS signup_withdrawals_without_result;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donation_reminders_after_giving;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donation_reminder_withdrawals_marked;
--> statement-breakpoint
DROP TRIGGER IF EXISTS messages_sent_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS messages_sending_from_queue;
--> statement-breakpoint
DROP TRIGGER IF EXISTS call_attempts_on_list;
--> statement-breakpoint
DROP TRIGGER IF EXISTS call_attempts_settle;
--> statement-breakpoint
DROP TRIGGER IF EXISTS call_attempt_undos_last;
--> statement-breakpoint
DROP TRIGGER IF EXISTS call_attempt_undos_reopen;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_host_known;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_host_known_still;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_removals_mark;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_removals_stand;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_removed_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_removed_by_removal;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_not_removed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_removed_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_not_removed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_removed_stay;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasion_confirmations_not_removed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_visits_not_removed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS household_acts_not_removed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS import_rows_closed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS import_landings_ready;
--> statement-breakpoint
DROP TRIGGER IF EXISTS import_drops_open;
--> statement-breakpoint
DROP TRIGGER IF EXISTS elder_removals_drop;
--> statement-breakpoint
DROP TRIGGER IF EXISTS acting_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_drafts_in_turn;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_publications_fit;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_withdrawals_last;
--> statement-breakpoint
DROP TRIGGER IF EXISTS reports_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS reports_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_drafts_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_drafts_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_draft_figures_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_draft_figures_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_publications_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_publications_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_withdrawals_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS report_withdrawals_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS snapshots_in_turn;
--> statement-breakpoint
DROP TRIGGER IF EXISTS closings_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS closings_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS snapshots_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS snapshots_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS snapshot_lists_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS snapshot_lists_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS snapshot_figures_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS snapshot_figures_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_records_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_records_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_reasons_unchanged;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_reasons_kept;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_outcomes_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_outcomes_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_outcomes_added_dissuaded;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_outcomes_changed_dissuaded;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_banquets_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_banquets_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_banquets_changed_dissuaded;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_dissuasions_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_dissuasions_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_dissuasions_removed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_confirmations_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_confirmations_removed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_activities_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_activities_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_completions_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_completions_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_events_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_donations_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_donations_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_invitations_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_pledges_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_pledges_withdrawn;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_grids_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_grids_changed;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_grid_members_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS late_grid_members_changed;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_banquets_held;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_banquets_declared;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_banquets_dissuaded;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_activities;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_events;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_blood_donors;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_blood_millilitres;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_first_time_donors;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_repeat_donors;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_birthday_guests;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_pledges_signed;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_pledges_withdrawn;
--> statement-breakpoint
DROP VIEW IF EXISTS counted_records;
--> statement-breakpoint
DROP TRIGGER IF EXISTS figure_days_added;
--> statement-breakpoint
DROP TRIGGER IF EXISTS figure_days_taken;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_count_dissuaded;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_recount_dissuaded;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquet_outcomes_uncount_dissuaded;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS banquets_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasions_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasion_confirmations_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS dissuasion_confirmations_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_count_blood;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_count_guests;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_recount_blood;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_uncount_blood;
--> statement-breakpoint
DROP TRIGGER IF EXISTS event_completions_uncount_guests;
--> statement-breakpoint
DROP TRIGGER IF EXISTS events_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS donations_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitations_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitations_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS invitations_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledges_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledges_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledges_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledge_withdrawals_count;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledge_withdrawals_recount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledge_withdrawals_uncount;
--> statement-breakpoint
DROP TRIGGER IF EXISTS pledge_withdrawals_after;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_zero_of_none;
--> statement-breakpoint
DROP TRIGGER IF EXISTS figure_days_none_in_zero;
