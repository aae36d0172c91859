import type { GridRole } from '../../../src/lib/domain/units/unit';
import { gridMembers, units } from '../../../src/lib/server/db/schema/units/units';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

export async function putGrid(town: TestTown, parent: TestUnit, fromOn: string, toOn: string | null = null) {
	const { ctx, units: unitIds } = town;
	const id = ctx.newId();
	await ctx.db.insert(units).values({
		id,
		parentId: unitIds[parent],
		kind: 'grid',
		name: '测试网格',
		validFromOn: fromOn,
		validToOn: toOn,
		at: 0
	});
	return { id };
}

export async function putMember(
	town: TestTown,
	gridUnit: { id: string },
	role: GridRole,
	fromOn: string,
	toOn: string | null = null
) {
	const { ctx } = town;
	const id = ctx.newId();
	const nameSealed = ctx.keys.seal('孙测试', 'grid-members.name', id);
	await ctx.db.insert(gridMembers).values({ id, gridId: gridUnit.id, role, nameSealed, fromOn, toOn, at: 0 });
	return id;
}
