import { nothingAdded } from '$lib/domain/activities/added-work';
import type { Occasion } from '$lib/domain/banquets/banquet';
import type { CaseKind } from '$lib/domain/cases/case';
import { m } from '$lib/paraglide/messages.js';
import { caseKindWords } from '../cases/case-words';
import { subjectText } from '../activities/activity-words';
import { occasionWords } from '../banquets/banquet-words';

/** A record behind a figure, as its list shows it. */
export interface FigureRecordWords {
	type: 'banquet' | 'dissuasion' | 'activity' | 'case' | 'event' | 'pledge' | 'grid' | 'grid-member' | 'birthday-list';
	title: string;
	kind: string;
	zeroMonth: string | null;
}

/** Where the record itself is; null for grids and the people on them, which have no page on the desk. */
export function recordHref({
	type,
	id,
	subjectId
}: {
	type: FigureRecordWords['type'];
	id: string;
	subjectId: string;
}): string | null {
	switch (type) {
		case 'banquet':
		case 'dissuasion':
			return `/desk/banquets/${subjectId}`;
		case 'activity':
			return `/desk/activities/${id}`;
		case 'case':
			return `/desk/cases/${id}`;
		case 'event':
			return `/desk/events/${id}`;
		case 'pledge':
			return `/desk/pledges/${id}`;
		case 'birthday-list':
			return `/desk/birthdays/${id}`;
		case 'grid':
		case 'grid-member':
			return null;
	}
}

/** What the record is called: a banquet by its occasion, never by its host; a case by its kind, never by what it is about; a pledge without its name. */
export function recordTitle({ type, title, kind, zeroMonth }: FigureRecordWords): string {
	switch (type) {
		case 'banquet':
			return m.figures_record_banquet({ occasion: occasionWords[kind as Occasion]() });
		case 'dissuasion':
			return m.figures_record_dissuasion({ occasion: occasionWords[kind as Occasion]() });
		case 'activity':
			return subjectText({ subject: title, zeroMonth, zeroKind: 'complaint' }, nothingAdded);
		case 'case':
			return caseKindWords[title as CaseKind]();
		case 'pledge':
			return m.pledges_desk_pledge_title();
		case 'event':
		case 'birthday-list':
		case 'grid':
		case 'grid-member':
			return title;
	}
}
