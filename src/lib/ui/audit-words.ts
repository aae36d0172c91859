import { m } from '$lib/paraglide/messages.js';

/** Every verb that the audit trail may hold, in the order of the filter. A test finds verbs that were forgotten. */
export const verbWords = {
	signIn: m.desk_verb_sign_in,
	signOut: m.desk_verb_sign_out,
	changePassword: m.desk_verb_change_password,
	openAccount: m.desk_verb_open_account,
	resetPassword: m.desk_verb_reset_password,
	closeAccount: m.desk_verb_close_account,
	addUnit: m.desk_verb_add_unit,
	renameUnit: m.desk_verb_rename_unit,
	closeUnit: m.desk_verb_close_unit,
	setHouseholds: m.desk_verb_set_households,
	addGridMember: m.desk_verb_add_grid_member,
	endGridMember: m.desk_verb_end_grid_member,
	linkGridGroup: m.desk_verb_link_grid_group,
	unlinkGridGroup: m.desk_verb_unlink_grid_group,
	createEvent: m.desk_verb_create_event,
	editEvent: m.desk_verb_edit_event,
	publishEvent: m.desk_verb_publish_event,
	cancelEvent: m.desk_verb_cancel_event,
	completeEvent: m.desk_verb_complete_event,
	correctCompletion: m.desk_verb_correct_completion,
	addSlot: m.desk_verb_add_slot,
	editSlot: m.desk_verb_edit_slot,
	removeSlot: m.desk_verb_remove_slot,
	repeatEvent: m.desk_verb_repeat_event,
	copyEvent: m.desk_verb_copy_event,
	signUp: m.desk_verb_sign_up,
	moveInLine: m.desk_verb_move_in_line,
	enterSignups: m.desk_verb_enter_signups,
	changeParty: m.desk_verb_change_party,
	correctSignup: m.desk_verb_correct_signup,
	withdrawSignup: m.desk_verb_withdraw_signup,
	addQuestion: m.desk_verb_add_question,
	mendQuestion: m.desk_verb_mend_question,
	moveQuestion: m.desk_verb_move_question,
	removeQuestion: m.desk_verb_remove_question,
	answerQuestions: m.desk_verb_answer_questions,
	exportAnswers: m.desk_verb_export_answers,
	checkIn: m.desk_verb_check_in,
	undoCheckIn: m.desk_verb_undo_check_in,
	walkIn: m.desk_verb_walk_in,
	admitWaiting: m.desk_verb_admit_waiting,
	releaseNoShows: m.desk_verb_release_no_shows,
	closeDoor: m.desk_verb_close_door,
	recordCall: m.desk_verb_record_call,
	undoCall: m.desk_verb_undo_call,
	resolveMessage: m.desk_verb_resolve_message,
	createShift: m.desk_verb_create_shift,
	editShift: m.desk_verb_edit_shift,
	removeShift: m.desk_verb_remove_shift,
	takeShift: m.desk_verb_take_shift,
	giveBackShift: m.desk_verb_give_back_shift,
	seeShiftMove: m.desk_verb_see_shift_move,
	promoteShiftWait: m.desk_verb_promote_shift_wait,
	joinLine: m.desk_verb_join_line,
	leaveLine: m.desk_verb_leave_line,
	askColleague: m.desk_verb_ask_colleague,
	answerRequest: m.desk_verb_answer_request,
	makeShiftFeed: m.desk_verb_make_shift_feed,
	revokeShiftFeed: m.desk_verb_revoke_shift_feed,
	sayHours: m.desk_verb_say_hours,
	answerHours: m.desk_verb_answer_hours,
	issuePledgeText: m.desk_verb_issue_pledge_text,
	signPledge: m.desk_verb_sign_pledge,
	recordPaperPledge: m.desk_verb_record_paper_pledge,
	withdrawPledge: m.desk_verb_withdraw_pledge,
	declareBanquet: m.desk_verb_declare_banquet,
	correctBanquet: m.desk_verb_correct_banquet,
	recordOutcome: m.desk_verb_record_outcome,
	correctOutcome: m.desk_verb_correct_outcome,
	recordDissuasion: m.desk_verb_record_dissuasion,
	correctDissuasion: m.desk_verb_correct_dissuasion,
	confirmDissuasion: m.desk_verb_confirm_dissuasion,
	answerRecord: m.desk_verb_answer_record,
	replyToAnswer: m.desk_verb_reply_to_answer,
	setVillageRule: m.desk_verb_set_village_rule,
	recordActivity: m.desk_verb_record_activity,
	correctActivity: m.desk_verb_correct_activity,
	removeActivity: m.desk_verb_remove_activity,
	recordCheckedZero: m.desk_verb_record_checked_zero,
	erasePersonalData: m.desk_verb_erase_personal_data,
	beginDemo: m.desk_verb_begin_demo,
	finishDemo: m.desk_verb_finish_demo
} satisfies Record<string, () => string>;

/** What was done, in words; a verb of an older version in its own name. */
export function verbText(verb: string): string {
	return (verbWords as Record<string, (() => string) | undefined>)[verb]?.() ?? verb;
}

const pages: Record<string, string> = {
	account: '/admin/accounts/',
	unit: '/admin/units/',
	event: '/desk/events/',
	banquet: '/desk/banquets/',
	activity: '/desk/activities/',
	pledge: '/desk/pledges/',
	'pledge-text': '/admin/pledge-texts/'
};

/** Where the subject of an act can be seen; null when it has no page of its own. */
export function subjectPage({ subjectType, subjectId }: { subjectType: string; subjectId: string }): string | null {
	const folder = pages[subjectType];
	return folder ? folder + subjectId : null;
}
