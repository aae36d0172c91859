import { occasions, outcomes } from '../../../src/lib/domain/banquets/banquet';
import { dissuasionOutcomes } from '../../../src/lib/domain/banquets/dissuasion';
import { caseKinds, caseLevels } from '../../../src/lib/domain/cases/case';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import type { ledgerOf } from '../rows/ledger-rows';
import type { TestTown } from '../test-town';
import { changeAtRandom } from './random-changes';
import { randomTown, recordedKinds, type RandomTown } from './random-town';

/** Records of every kind over two and a half years, of which a good part is corrected, removed or withdrawn afterwards. */
export async function fillAtRandom(
	town: TestTown,
	ledger: ReturnType<typeof ledgerOf>,
	{ seed, count }: { seed: number; count: number }
): Promise<void> {
	const random = randomTown(town, ledger, seed);
	const makers = [
		...banquetMakers(random),
		activityMaker(random),
		caseMaker(random),
		...eventMakers(random),
		pledgeMaker(random)
	];
	for (let nth = 0; nth < count; nth++) await makers[nth % makers.length]!();
	const grid = await ledger.grid('sanxing', '2023-01-01', '2024-06-30');
	for (const role of ['full-time', 'helper'] as const) await ledger.member(grid, role, '2023-02-01');
	await changeAtRandom(random);
}

type Maker = () => Promise<unknown>;

const banquetMakers = ({ ledger, dice, chance, unit, day, ids }: RandomTown): Maker[] => [
	async () =>
		ids.banquet.push(await ledger.banquet(unit(), day(), dice.pick([...outcomes, null]), dice.pick(occasions))),
	async () => {
		const options = { outcome: dice.pick(dissuasionOutcomes), occasion: dice.pick(occasions), confirmed: chance(0.7) };
		const { id, banquetId } = await ledger.dissuasion(unit(), day(), options);
		ids.dissuasion.push(id);
		ids.banquet.push(banquetId);
	}
];

const activityMaker =
	({ ledger, dice, chance, unit, day, ids }: RandomTown): Maker =>
	async () => {
		const options = { quantity: dice.between(1, 9), removed: chance(0.2) };
		const id = await ledger.activity(dice.pick(recordedKinds), unit(), day(), options);
		if (!options.removed) ids.activity.push(id);
	};

const caseMaker =
	({ ledger, dice, chance, day }: RandomTown): Maker =>
	async () => {
		const receivedOn = day();
		const dueOn = addDays(receivedOn, dice.between(0, 20));
		const settledOn = chance(0.7) ? addDays(receivedOn, dice.between(0, 30)) : null;
		const options = { level: dice.pick(caseLevels), dueOn, settledOn, removed: chance(0.2) };
		return ledger.case(dice.pick(caseKinds), dice.pick(['town', 'sanxing', 'hesha'] as const), receivedOn, options);
	};

const eventMakers = ({ ledger, dice, chance, unit, day, ids }: RandomTown): Maker[] => [
	async () => {
		const topic = dice.pick(['health', 'micro-talk', 'ideological'] as const);
		const time = dice.pick(['00:00', '07:59', '23:30']);
		ids.event.push((await ledger.event('lecture', unit(), day(), { topic, time, completed: chance(0.8) })).id);
	},
	async () => {
		const { id } = await ledger.event('blood-drive', unit(), day(), { completed: chance(0.8) });
		for (let nth = dice.between(0, 3); nth > 0; nth--) await ledger.donation(id, chance(0.5));
	},
	async () => ledger.event(dice.pick(['performance', 'birthday-banquet'] as const), unit(), day()),
	async () =>
		ledger.event('volunteer-day', unit(), day(), { topic: dice.pick(['clean-up', 'small-ads-removal'] as const) }),
	async () =>
		ledger.birthdayGuest(unit(), day(), dice.pick(['attended', 'absent', 'cake-delivered'] as const), chance(0.8))
];

const pledgeMaker =
	({ ledger, dice, chance, day }: RandomTown): Maker =>
	async () => {
		const signedOn = day();
		const withdrawnOn = chance(0.3) ? addDays(signedOn, dice.between(0, 300)) : undefined;
		const audience = chance(0.8) ? 'household' : 'party-member';
		return ledger.pledge(dice.pick(['sanxing', 'hesha'] as const), signedOn, { withdrawnOn, audience });
	};
