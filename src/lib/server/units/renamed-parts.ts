import { nameOfPart } from '$lib/domain/units/part-name';
import { isVillageLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { listPartsWithNames, updateUnitName, upsertUnitName } from '$lib/server/db/units/unit-changes';
import type { Unit } from '$lib/server/db/units/units';
import { stampOf, type Statements } from '../record-act';

type Name = Pick<Unit, 'name' | 'nameEn'>;

/**
 * What a village's new name changes of its open groups and grids: those that are named after it get its new name from the same day on. One
 * whose own latest name is of that day or later was written wrong, and one whose new name another part has already stays as it is.
 * Out: the statements, and for the audit entry the names before and after.
 */
export async function renameParts(
	ctx: Context,
	village: Pick<Unit, 'id' | 'kind'> & Name,
	after: Name,
	renamedOn: string | null
): Promise<{ statements: Statements; parts: { id: string; before: string; after: string }[] }> {
	const all = isVillageLevel(village.kind) ? await listPartsWithNames(ctx.db, village.id) : [];
	const taken = new Set(all.map(({ name }) => name));
	const changed = all
		.map((part) => ({ part, now: nameOfPart(part, village, after) }))
		.filter(({ part, now }) => now.name !== part.name || now.nameEn !== part.nameEn)
		.filter(({ part, now }) => now.name === part.name || !taken.has(now.name));
	const statements = changed.flatMap(({ part, now }) => {
		const { id, name, nameEn, validFromOn, lastNameOn } = part;
		const isLater = renamedOn !== null && renamedOn > (lastNameOn ?? validFromOn);
		const fromOn = isLater ? renamedOn : lastNameOn;
		const named = { unitId: id, ...stampOf(ctx) };
		return [
			updateUnitName(ctx.db, id, now),
			...(isLater && lastNameOn === null
				? [upsertUnitName(ctx.db, { ...named, fromOn: validFromOn, name, nameEn })]
				: []),
			...(fromOn === null ? [] : [upsertUnitName(ctx.db, { ...named, fromOn, ...now })])
		];
	});
	return { statements, parts: changed.map(({ part, now }) => ({ id: part.id, before: part.name, after: now.name })) };
}
