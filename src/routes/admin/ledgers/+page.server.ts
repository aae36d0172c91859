import { findLedgerName, proposedStart } from '$lib/domain/figures/ledger';
import { ledgerStartForm } from '$lib/forms/units/ledger-start';
import { act } from '$lib/server/act';
import { listDeclaredStarts } from '$lib/server/db/figures/ledger-starts';
import { mayAdministerAll } from '$lib/server/people/rights';
import { declareLedgers } from '$lib/server/units/ledger-starts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const [declared, mayDeclare] = await Promise.all([listDeclaredStarts(ctx.db), mayAdministerAll(ctx)]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		mayDeclare,
		isSaved: url.searchParams.has('saved'),
		chosen: findLedgerName(url.searchParams.get('ledger') ?? ''),
		ledgers: declared.map(({ ledger, fromOn, firstOn, at, byId, nameSealed }) => ({
			ledger,
			fromOn,
			firstOn,
			proposedOn: firstOn && proposedStart(firstOn),
			at,
			by: byId && nameSealed ? ctx.keys.open(nameSealed, 'accounts.name', byId) : null
		}))
	};
};

export const actions: Actions = {
	default: act(ledgerStartForm, declareLedgers, {
		field: { 'date-in-future': 'fromOn', 'ledger-start-changed': 'fromOn' },
		to: '/admin/ledgers?saved'
	})
};
