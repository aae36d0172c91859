import type { LedgerName } from '$lib/domain/figures/ledger';
import { m } from '$lib/paraglide/messages.js';

export const ledgerNameWords: Record<LedgerName, () => string> = {
	banquets: m.coverage_ledger_banquets,
	declarations: m.coverage_ledger_declarations,
	activities: m.coverage_ledger_activities,
	events: m.coverage_ledger_events,
	guests: m.coverage_ledger_guests,
	pledges: m.coverage_ledger_pledges,
	grids: m.coverage_ledger_grids,
	cases: m.coverage_ledger_cases
};
