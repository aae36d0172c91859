import type { GridRole, UnitKind } from '$lib/domain/units/unit';
import { m } from '$lib/paraglide/messages.js';

export const unitKindWords: Record<UnitKind, () => string> = {
	district: m.units_kind_district,
	town: m.units_kind_town,
	village: m.units_kind_village,
	community: m.units_kind_community,
	group: m.units_kind_group,
	grid: m.units_kind_grid
};

export const gridRoleWords: Record<GridRole, () => string> = {
	'full-time': m.units_grid_role_full_time,
	'part-time': m.units_grid_role_part_time,
	helper: m.units_grid_role_helper
};
