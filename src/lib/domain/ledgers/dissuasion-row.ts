import type { Occasion } from '../banquets/banquet';
import type { DissuasionOutcome } from '../banquets/dissuasion';
import { addDays } from '../calendar/calendar';
import { dissuasions } from './dissuasions';
import type { RowValues } from './ledger-row';
import { collect, isBefore, type Day, type Decided, type RowStrings } from './row-rules';

export interface DissuasionRow {
	host: string;
	phone: string | null;
	/** Null: the ledger names none; the banquet on record says it. */
	occasion: Occasion | null;
	plannedOn: string | null;
	tablesPlanned: number | null;
	wentOn: string;
	visits: number;
	outcome: DissuasionOutcome;
	note: string;
}

/** What a row of the dissuasions' ledger says; which banquet it is about is found by host, village and day. One visit unless it says more. */
export function decideDissuasionRow(values: RowValues, { today, farthestDays }: Day): Decided<DissuasionRow> {
	const { refuse, need, decide } = collect();
	const own = values as RowStrings;
	need(dissuasions.required, values);
	if (own.dissuasion === 'open') refuse('dissuasion', 'outcome-open');
	if (isBefore(today, own.wentOn)) refuse('wentOn', 'date-in-future');
	if (isBefore(addDays(today, farthestDays), own.plannedOn)) refuse('plannedOn', 'planned-too-far');
	if (isBefore(own.plannedOn, own.wentOn)) refuse('wentOn', 'went-after-banquet', 'plannedOn');
	return decide({
		host: own.host!,
		phone: own.phone ?? null,
		occasion: (own.occasion as Occasion | undefined) ?? null,
		plannedOn: own.plannedOn ?? null,
		tablesPlanned: (values.tablesPlanned as number | undefined) ?? null,
		wentOn: own.wentOn!,
		visits: (values.visits as number | undefined) ?? 1,
		note: own.note ?? '',
		outcome: own.dissuasion as DissuasionOutcome
	});
}
