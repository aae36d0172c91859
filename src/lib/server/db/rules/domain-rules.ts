import { isBanquetHeld, isNoOccasion, occasions, outcomes } from '$lib/domain/banquets/banquet';
import { doorLead } from '$lib/domain/check-in/check-in';
import { fileLimits } from '$lib/domain/events/event-file';
import { maxQuestions } from '$lib/domain/events/question';
import { feedbackDays } from '$lib/domain/lectures/lecture';
import { boundPairs } from '$lib/domain/releases/bound-figures';
import type { Ledger } from '$lib/domain/ledgers/ledgers';
import { callAgainMs, undoMs } from '$lib/domain/messages/message';
import { maxParty } from '$lib/domain/signups/signup';
import { officeKinds } from '$lib/domain/units/unit';

/** What the domain fixes and rules ask for, by the name it has in SQL. */
const limits = {
	door_lead_ms: doorLead,
	feedback_ms: feedbackDays * 86_400_000,
	call_again_ms: callAgainMs,
	call_undo_ms: undoMs,
	most_questions: maxQuestions,
	most_photos: fileLimits.photo.most,
	most_materials: fileLimits.material.most
};

/** What an act writes to that records something like a row of a ledger. Sign-ups are of one event, and nothing else is like them. */
const ledgerSubjects: Record<Exclude<Ledger, 'signups'>, string> = {
	banquets: 'banquet',
	dissuasions: 'banquet',
	activities: 'activity',
	cases: 'case',
	elders: 'elder',
	households: 'unit'
};

/** Views that give the rules what the domain fixes, so that no rule says it a second time. */
export function domainRules(): string[] {
	const columns = Object.entries(limits).map(([name, value]) => `${value} AS ${name}`);
	return [
		`-- The numbers that the domain fixes, as rules need them.\nCREATE VIEW limits AS\nSELECT ${columns.join(', ')};`,
		list('held_outcomes', 'outcome', 'The outcomes of banquets that took place.', outcomes.filter(isBanquetHeld)),
		list('no_occasions', 'occasion', 'The occasions that are none (无事酒).', occasions.filter(isNoOccasion)),
		list('office_kinds', 'kind', 'The kinds of units that have an office.', officeKinds),
		list('party_numbers', 'nth', 'The numbers that the people of a party can have.', numbersTo(maxParty)),
		pairs(
			'ledger_subjects (ledger, subject_type)',
			'What acts write to that record something like a row of a ledger.',
			Object.entries(ledgerSubjects)
		),
		pairs('bound_figures (figure, other)', 'Figures of which one can be worked out from the others.', boundPairs)
	];
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

/** `view`: its name and its two columns. */
function pairs(view: string, sentence: string, values: readonly (readonly [string, string])[]): string {
	const [name, one, other] = view.match(/\w+/g)!;
	const rows = values.map(([first, second]) => `('${first}', '${second}')`);
	return `-- ${sentence}
CREATE VIEW ${name} AS
SELECT column1 AS ${one}, column2 AS ${other} FROM (VALUES ${rows.join(', ')});`;
}

function list(name: string, column: string, sentence: string, values: readonly (string | number)[]): string {
	const rows = values.map((value) => (typeof value === 'number' ? `(${value})` : `('${value}')`));
	return `-- ${sentence}\nCREATE VIEW ${name} AS\nSELECT column1 AS ${column} FROM (VALUES ${rows.join(', ')});`;
}
