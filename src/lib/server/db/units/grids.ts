import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../client';
import { gridGroups, gridMembers, units } from '../schema/units/units';

export type GridMember = typeof gridMembers.$inferSelect;

export async function findGridMember(db: Database, id: string): Promise<GridMember | null> {
	const rows = await db.select().from(gridMembers).where(eq(gridMembers.id, id));
	return rows[0] ?? null;
}

/** The members of a grid, those in office first, then by when they began. */
export async function listGridMembers(db: Database, gridId: string): Promise<GridMember[]> {
	const rows = await db
		.select()
		.from(gridMembers)
		.where(eq(gridMembers.gridId, gridId))
		.orderBy(asc(gridMembers.fromOn));
	return [...rows.filter((row) => row.toOn === null), ...rows.filter((row) => row.toOn !== null)];
}

/** The groups that a grid covers, wholly or in part. */
export async function listGroupsOfGrid(
	db: Database,
	gridId: string
): Promise<{ id: string; name: string; nameEn: string | null }[]> {
	return db
		.select({ id: units.id, name: units.name, nameEn: units.nameEn })
		.from(gridGroups)
		.innerJoin(units, eq(units.id, gridGroups.groupId))
		.where(eq(gridGroups.gridId, gridId))
		.orderBy(asc(units.position), asc(units.name));
}

export const insertGridMember = (db: Database, member: typeof gridMembers.$inferInsert) =>
	db.insert(gridMembers).values(member);

export const updateGridMemberEnded = (db: Database, id: string, toOn: string) =>
	db
		.update(gridMembers)
		.set({ toOn })
		.where(and(eq(gridMembers.id, id), isNull(gridMembers.toOn)));

/** Another grid of a member, or another last day of one who has left. */
export const updateGridMember = (db: Database, id: string, change: { gridId: string } | { toOn: string }) =>
	db.update(gridMembers).set(change).where(eq(gridMembers.id, id));

export const insertGridGroup = (db: Database, link: typeof gridGroups.$inferInsert) =>
	db.insert(gridGroups).values(link).onConflictDoNothing();

export const deleteGridGroup = (db: Database, { gridId, groupId }: typeof gridGroups.$inferSelect) =>
	db.delete(gridGroups).where(and(eq(gridGroups.gridId, gridId), eq(gridGroups.groupId, groupId)));
