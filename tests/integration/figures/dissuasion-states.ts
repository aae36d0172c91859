import type { TestTown } from '../test-town';

/** The statements that bring a banquet and its dissuasion into a state, past every service. */
export function dissuasionState(
	town: TestTown,
	id: string,
	state: { outcome: string; occasion: string; confirmed: boolean; ended: string | null; isRemoved: boolean }
): string[] {
	const { sanxing } = town.units;
	const { liu, zhou } = town.accounts;
	return [
		`insert into banquets (id, unit_id, origin, occasion, host_name_sealed, host_phone_sealed, host_phone_index, code, declared_on,
			planned_on, meals, tables_planned, at) values ('${id}', '${sanxing}', 'declared', '${state.occasion}', 'x', 'x', '${id}', 'x',
			'2024-05-01', '2024-05-01', 1, 10, 0)`,
		`insert into dissuasions (id, banquet_id, went_on, visits, outcome, note, at, by_id)
			values ('d${id}', '${id}', '2024-05-01', 1, '${state.outcome}', '', 0, '${liu.id}')`,
		...(state.confirmed
			? [`insert into dissuasion_confirmations (dissuasion_id, at, by_id) values ('d${id}', 0, '${zhou.id}')`]
			: []),
		...(state.ended
			? [
					`insert into banquet_outcomes (banquet_id, outcome, ended_on, tables_held, at)
						values ('${id}', '${state.ended}', '2024-05-01', ${state.ended === 'cancelled' ? 0 : 5}, 0)`
				]
			: []),
		...(state.isRemoved
			? [`insert into banquet_removals (banquet_id, reason, at, by_id) values ('${id}', 'x', 0, '${zhou.id}')`]
			: [])
	];
}
