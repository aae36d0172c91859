import * as v from 'valibot';
import { ledgerNames } from '$lib/domain/figures/ledger';
import { date, id } from '../fields';

/** From which day the town keeps one of its ledgers. */
export const ledgerStartForm = v.pipe(
	v.object({
		id,
		ledger: v.picklist(ledgerNames, 'ledger-missing'),
		fromOn: v.pipe(date, v.minValue('1950-01-01', 'date-wrong')),
		/** The ledger and day of which records of before are left out, and that is meant. */
		confirmed: v.optional(v.string())
	}),
	v.transform(({ confirmed, ...asked }) => ({ ...asked, isConfirmed: confirmed === `${asked.ledger} ${asked.fromOn}` }))
);
