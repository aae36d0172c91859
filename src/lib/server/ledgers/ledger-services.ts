import type { Ledger } from '$lib/domain/ledgers/ledgers';
import { activities } from './activities';
import { banquets } from './banquets';
import { cases } from './cases';
import { dissuasions } from './dissuasions';
import { elders } from './elders';
import { households } from './households';
import type { LedgerService } from './ledger-service';
import { signups } from './signups';

/** What the service does for each ledger. */
export const ledgerServices: Record<Ledger, LedgerService> = {
	banquets,
	dissuasions,
	activities,
	cases,
	elders,
	households,
	signups
};
