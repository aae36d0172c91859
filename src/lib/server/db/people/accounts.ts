import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Role } from '$lib/domain/people/actor';
import type { Database } from '../client';
import { pageFrom, type Cursor, type Page } from '../keyset';
import type { Statement } from '../statement';
import { withinUnit } from '../units/scope';
import { movedFrom, type Moves } from '../units/successions';
import { accountClosures, accounts } from '../schema/people/accounts';
import { units } from '../schema/units/units';

export type Account = typeof accounts.$inferSelect & { closedAt: number | null };

const account = {
	id: accounts.id,
	username: accounts.username,
	nameSealed: accounts.nameSealed,
	role: accounts.role,
	unitId: accounts.unitId,
	passwordHash: accounts.passwordHash,
	mustChangePassword: accounts.mustChangePassword,
	at: accounts.at,
	byId: accounts.byId,
	closedAt: accountClosures.at
};

const selectAccount = (db: Database) =>
	db.select(account).from(accounts).leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id));

export async function findAccount(db: Database, id: string): Promise<Account | null> {
	const rows = await selectAccount(db).where(eq(accounts.id, id));
	return rows[0] ?? null;
}

/** The account, closed or not, that has this folded username. */
export async function findAccountByUsername(db: Database, username: string): Promise<Account | null> {
	const rows = await selectAccount(db).where(eq(accounts.username, username));
	return rows[0] ?? null;
}

export interface ListedAccount {
	id: string;
	username: string;
	nameSealed: string;
	role: Role;
	unitName: string;
	unitNameEn: string | null;
	mustChangePassword: boolean;
	closedAt: number | null;
}

/** One page of the accounts of `scope`, by username, which is a row's key and id in one. */
export async function listAccounts(db: Database, scope: string, cursor?: Cursor): Promise<Page<ListedAccount>> {
	const page = pageFrom(cursor, { id: accounts.username, direction: 'ascending' });
	const rows = await db
		.select({
			id: accounts.id,
			username: accounts.username,
			nameSealed: accounts.nameSealed,
			role: accounts.role,
			unitName: units.name,
			unitNameEn: units.nameEn,
			mustChangePassword: accounts.mustChangePassword,
			closedAt: accountClosures.at
		})
		.from(accounts)
		.innerJoin(units, eq(units.id, accounts.unitId))
		.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
		.where(and(withinUnit(accounts.unitId, scope), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many open accounts may administer a unit: administrators of it, and of those above. */
export async function countAdministrators(db: Database, unitId: string): Promise<number> {
	const above = sql`${accounts.unitId} in (select ancestor_id from unit_closure where descendant_id = ${unitId})`;
	const rows = await db
		.select({ count: sql<number>`count(*)` })
		.from(accounts)
		.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
		.where(and(eq(accounts.role, 'administrator'), isNull(accountClosures.accountId), above));
	return rows[0]!.count;
}

export const insertAccount = (db: Database, account: typeof accounts.$inferInsert) =>
	db.insert(accounts).values(account);

/** `must`: the account did not choose the password itself and has to change it at the next sign-in. */
export const updatePassword = (db: Database, id: string, passwordHash: string, must: boolean) =>
	db.update(accounts).set({ passwordHash, mustChangePassword: must }).where(eq(accounts.id, id));

/** A trigger ends the sessions. */
export const insertAccountClosure = (db: Database, closure: typeof accountClosures.$inferInsert) =>
	db.insert(accountClosures).values(closure);

/** Accounts of units that end belong to the ones they go over to. */
export const updateUnitsOfAccounts = (db: Database, moves: Moves): Statement =>
	db
		.update(accounts)
		.set({ unitId: movedFrom('accounts.unit_id', moves) })
		.where(inArray(accounts.unitId, [...moves.keys()]));
