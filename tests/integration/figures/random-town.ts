import { createDice, type Dice } from '../../../drizzle/seed/dice';
import { activityKinds } from '../../../src/lib/domain/activities/activity';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import type { ledgerOf } from '../rows/ledger-rows';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

/** What a random town is made with, and the ids of its records that can be changed afterwards. */
export interface RandomTown {
	town: TestTown;
	ledger: ReturnType<typeof ledgerOf>;
	dice: Dice;
	chance(share: number): boolean;
	unit(): TestUnit;
	/** A day of two and a half years. */
	day(): string;
	ids: Record<'banquet' | 'activity' | 'event' | 'dissuasion', string[]>;
}

const units: readonly TestUnit[] = ['town', 'sanxing', 'hesha', 'zhongba', 'sanxingGroup1'];

/** The kinds of activities that are written into the ledger as they are. */
export const recordedKinds = activityKinds.filter((kind) => kind !== 'checked-zero');

/** A town to fill at random: the same `seed` gives the same records. */
export function randomTown(town: TestTown, ledger: ReturnType<typeof ledgerOf>, seed: number): RandomTown {
	const dice = createDice(seed);
	return {
		town,
		ledger,
		dice,
		chance: (share) => dice.throw() < share,
		unit: () => dice.pick(units),
		day: () => addDays('2022-08-01', dice.between(0, 930)),
		ids: { banquet: [], activity: [], event: [], dissuasion: [] }
	};
}
