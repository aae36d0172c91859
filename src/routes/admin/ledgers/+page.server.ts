import { isDate } from '$lib/domain/calendar/calendar';
import { findLedgerName, proposedStart } from '$lib/domain/figures/ledger';
import { ledgerStartForm } from '$lib/forms/units/ledger-start';
import { act } from '$lib/server/act';
import { countLeftOut, listDeclaredStarts, readLedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { mayAdministerAll } from '$lib/server/people/rights';
import { declareLedger } from '$lib/server/units/ledger-starts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const [declared, starts, mayDeclare] = await Promise.all([
		listDeclaredStarts(ctx.db),
		readLedgerStarts(ctx.db),
		mayAdministerAll(ctx)
	]);
	const chosen = findLedgerName(url.searchParams.get('ledger') ?? '');
	const from = url.searchParams.get('from') ?? '';
	return {
		id: ctx.newId(),
		today: ctx.today(),
		mayDeclare,
		isSaved: url.searchParams.has('saved'),
		chosen,
		/** A beginning that is to be confirmed: so many records are from before. */
		asked:
			mayDeclare && chosen && isDate(from) ? { fromOn: from, leftOut: await countLeftOut(ctx.db, chosen, from) } : null,
		ledgers: declared.map(({ ledger, fromOn, firstOn, at, byId, nameSealed }) => ({
			ledger,
			/** The day that holds: of declarations, that of the banquets where it is later. */
			fromOn: fromOn && starts[ledger],
			firstOn,
			proposedOn: firstOn && proposedStart(firstOn),
			at,
			by: byId && nameSealed ? ctx.keys.open(nameSealed, 'accounts.name', byId) : null
		}))
	};
};

export const actions: Actions = {
	default: act(ledgerStartForm, declareLedger, {
		field: {
			...{ 'date-in-future': 'fromOn', 'ledger-start-changed': 'fromOn' },
			'declarations-before-banquets': 'fromOn'
		},
		to: (_, { leftOut }, { ledger, fromOn }) =>
			leftOut > 0 ? `/admin/ledgers?ledger=${ledger}&from=${fromOn}#set` : '/admin/ledgers?saved'
	})
};
