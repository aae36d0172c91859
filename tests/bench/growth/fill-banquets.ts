import { later, on, pick, type Filling } from './filling';

const occasions = ['wedding', 'funeral', 'longevity', 'school', 'housewarming'];

/** Banquets over ten years and three weeks ahead: most took place, a seventh were dissuaded. */
export function fillBanquets(filling: Filling, many: number): void {
	const { bulk, units, today } = filling;
	for (let nth = 0; nth < many; nth++) {
		const plannedAt = filling.morning(nth, many, 20);
		const at = Math.min(later(plannedAt, -10), today);
		const id = filling.id(at);
		const unitId = pick(units.groups, nth);
		const host = filling.person('banquets', id, ['host-name', 'host-phone']);
		bulk.add('banquets', {
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
			tables_planned: 8 + (nth % 20),
			at,
			by_id: units.accounts[0]!
		});
		filling.enter('declareBanquet', 'banquet', id, unitId, at, id);
		if (plannedAt < today) end(filling, { id, unitId, nth, plannedAt });
	}
}

type Banquet = { id: string; unitId: string; nth: number; plannedAt: number };

function end(filling: Filling, { id, unitId, nth, plannedAt }: Banquet): void {
	const { bulk, units } = filling;
	const isDissuaded = nth % 7 === 0;
	const at = later(plannedAt, 1);
	bulk.add('banquet_outcomes', {
		banquet_id: id,
		outcome: isDissuaded ? 'cancelled' : 'held',
		ended_on: on(plannedAt),
		tables_held: isDissuaded ? 0 : 8 + (nth % 12),
		at,
		by_id: units.accounts[0]!
	});
	filling.enter('recordOutcome', 'banquet', id, unitId, at);
	if (!isDissuaded) return;
	const [dissuasionId, wentAt] = [filling.id(at), later(plannedAt, -3)];
	const [by, other] = [units.accounts[0]!, units.accounts[1]!];
	const visit = { banquet_id: id, went_on: on(wentAt), visits: 1, outcome: 'cancelled' };
	bulk.add('dissuasions', { id: dissuasionId, ...visit, at: wentAt, by_id: by });
	bulk.add('dissuasion_confirmations', { dissuasion_id: dissuasionId, at, by_id: other });
	filling.enter('recordDissuasion', 'banquet', id, unitId, wentAt);
	filling.enter('confirmDissuasion', 'banquet', id, unitId, at);
}
