// The page of what an entry of the audit trail is about.

const pages: Record<string, string> = {
	account: '/admin/accounts/',
	unit: '/admin/units/',
	event: '/desk/events/',
	banquet: '/desk/banquets/',
	elder: '/desk/elders/',
	'birthday-series': '/desk/birthdays/series/',
	'birthday-banquet': '/desk/birthdays/',
	activity: '/desk/activities/',
	case: '/desk/cases/',
	task: '/desk/tasks/',
	report: '/desk/reports/',
	closing: '/desk/closings/',
	pledge: '/desk/pledges/',
	'pledge-text': '/admin/pledge-texts/'
};

/** Where the subject of an act can be seen; null when it has no page of its own. */
export function subjectPage({ subjectType, subjectId }: { subjectType: string; subjectId: string }): string | null {
	const folder = pages[subjectType];
	return folder ? folder + subjectId : null;
}
