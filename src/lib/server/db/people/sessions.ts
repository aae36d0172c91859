import { and, eq, isNull, lte, ne } from 'drizzle-orm';
import type { Role } from '$lib/domain/people/actor';
import type { Database } from '../client';
import { compiled, type Asked } from '../compiled';
import { accountClosures, accounts, sessions } from '../schema/people/accounts';

export type Session = typeof sessions.$inferSelect;

/** Who holds a session: what an actor is made of. */
export interface SessionHolder {
	username: string;
	role: Role;
	unitId: string;
	mustChangePassword: boolean;
}

const sessionById = compiled((db, { id }: Asked<{ id: string }>) =>
	db
		.select({
			id: sessions.id,
			accountId: sessions.accountId,
			startedAt: sessions.startedAt,
			expiresAt: sessions.expiresAt,
			username: accounts.username,
			role: accounts.role,
			unitId: accounts.unitId,
			mustChangePassword: accounts.mustChangePassword
		})
		.from(sessions)
		.innerJoin(accounts, eq(accounts.id, sessions.accountId))
		.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
		.where(and(eq(sessions.id, id), isNull(accountClosures.at)))
);

/** The session and whose it is, unless the account is closed. `id` is the hash of the cookie's token. */
export async function findSession(db: Database, id: string): Promise<(Session & SessionHolder) | null> {
	return (await sessionById(db, { id }))[0] ?? null;
}

/** The sessions of an account, expired ones too. */
export async function listSessions(db: Database, accountId: string): Promise<Session[]> {
	return db.select().from(sessions).where(eq(sessions.accountId, accountId));
}

export const insertSession = (db: Database, session: Session) => db.insert(sessions).values(session);

export const updateSessionExpiry = (db: Database, id: string, expiresAt: number) =>
	db.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));

export const deleteSession = (db: Database, id: string) => db.delete(sessions).where(eq(sessions.id, id));

export const deleteSessionsOf = (db: Database, accountId: string) =>
	db.delete(sessions).where(eq(sessions.accountId, accountId));

/** Ends every session of the account but the one with this id. */
export const deleteOtherSessions = (db: Database, accountId: string, keptId: string) =>
	db.delete(sessions).where(and(eq(sessions.accountId, accountId), ne(sessions.id, keptId)));

export const deleteExpiredSessions = (db: Database, now: number) =>
	db.delete(sessions).where(lte(sessions.expiresAt, now));
