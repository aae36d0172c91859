import { addDays } from '../../src/lib/domain/calendar/calendar';
import { proposedStart } from '../../src/lib/domain/figures/ledger';
import { listDeclaredStarts } from '../../src/lib/server/db/figures/ledger-starts';
import { declareLedgers } from '../../src/lib/server/units/ledger-starts';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { earlierOf } from './years';

/** The town declares from when it keeps its ledgers, as their records propose it. */
export async function playLedgerStarts(stage: Stage, town: Town, today: string): Promise<void> {
	stage.at(earlierOf('2025-01-06', addDays(today, -1)), '10:00');
	const administrator = stage.as(town.actors.administrator);
	const proposed = await listDeclaredStarts(administrator.db);
	const starts = proposed.flatMap(({ ledger, firstOn }) =>
		firstOn ? [{ ledger, fromOn: proposedStart(firstOn) }] : []
	);
	must(await declareLedgers(administrator, { id: stage.id(), starts }));
}
