import { later, on, pick, type Filling } from './filling';

const occasions = ['wedding', 'funeral', 'longevity', 'school', 'housewarming'];

/** Banquets over ten years and three weeks ahead: most took place, a seventh were dissuaded. */
export function fillBanquets(filling: Filling, many: number): void {
	const { rows, units, today } = filling;
	for (let nth = 0; nth < many; nth++) {
		const plannedAt = filling.morning(nth, many, 20);
		const at = Math.min(later(plannedAt, -10), today);
		const id = filling.id(at);
		const unitId = pick(units.groups, nth);
		const tables = 8 + (nth % 20);
		const host = filling.person('banquets', id, ['host-name', 'host-phone']);
		rows.add('banquets', {
			id,
			unit_id: unitId,
			origin: nth % 3 === 2 ? 'found' : 'declared',
			occasion: occasions[nth % 5]!,
			host_name_sealed: host.nameSealed,
			host_phone_sealed: host.phoneSealed,
			host_phone_index: host.phoneIndex,
			code: 'GRWN22',
			declared_on: on(at),
			planned_on: on(plannedAt),
			meals: 1,
			tables_planned: tables,
			confirmed_tables: tables,
			at,
			by_id: units.accounts[0]!
		});
		filling.enter('declareBanquet', 'banquet', id, unitId, at, id);
		if (plannedAt < today) end(filling, { id, unitId, nth, plannedAt });
	}
}

type Banquet = { id: string; unitId: string; nth: number; plannedAt: number };

function end(filling: Filling, banquet: Banquet): void {
	const { id, unitId, nth, plannedAt } = banquet;
	const isDissuaded = nth % 7 === 0;
	const at = later(plannedAt, 1);
	if (isDissuaded) dissuade(filling, banquet);
	filling.rows.add('banquet_outcomes', {
		banquet_id: id,
		outcome: isDissuaded ? 'cancelled' : 'held',
		ended_on: on(plannedAt),
		tables_held: isDissuaded ? 0 : 8 + (nth % 12),
		at,
		by_id: filling.units.accounts[0]!
	});
	filling.enter('recordOutcome', 'banquet', id, unitId, at);
}

/** One visit three days before the banquet; another person confirms the dissuasion a day later. */
function dissuade(filling: Filling, { id, unitId, plannedAt }: Banquet): void {
	const { rows, units } = filling;
	const [at, confirmedAt] = [later(plannedAt, -3), later(plannedAt, -2)];
	const [visitId, dissuasionId] = [filling.id(at), filling.id(at)];
	const visit = { banquet_id: id, went_on: on(at), at, by_id: units.accounts[0]! };
	rows.add('banquet_visits', {
		id: visitId,
		note_sealed: filling.keys.seal('', 'banquet-visits.note', visitId),
		...visit
	});
	rows.add('dissuasions', { id: dissuasionId, visits: 1, outcome: 'cancelled', ...visit });
	rows.add('dissuasion_confirmations', { dissuasion_id: dissuasionId, at: confirmedAt, by_id: units.accounts[1]! });
	filling.enter('recordDissuasion', 'banquet', id, unitId, at, visitId);
	filling.enter('confirmDissuasion', 'banquet', id, unitId, confirmedAt);
}
