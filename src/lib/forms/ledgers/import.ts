import * as v from 'valibot';
import { calendars } from '$lib/domain/birthdays/elder';
import { ledgers } from '$lib/domain/ledgers/ledgers';
import { id, optional, optionalText, textWithoutNumbers, ticked, unitId } from '../fields';

/** Which ledger a file is, and which of its sheets where there are several; the file itself comes beside it. */
export const importForm = v.object({
	id,
	ledger: v.picklist(ledgers, 'ledger-missing'),
	sheet: optionalText(60)
});

/** An act on the import of the page, which needs no more than its own id. */
export const importActForm = v.object({ id });

/** What holds for rows that do not say it themselves. The columns come beside it, one field a column (`column.0` …). */
export const importColumnsForm = v.object({
	year: v.pipe(
		v.optional(v.string(), ''),
		v.transform((year) => (/^\d{4}$/.test(year) ? Number(year) : null))
	),
	villageId: optional(unitId),
	calendar: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => calendars.find((calendar) => calendar === typed) ?? null)
	)
});

export const importUndoForm = v.object({
	id,
	reason: textWithoutNumbers('undo-reason-missing', 300),
	keepsWorkedOn: ticked
});
