import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { lockMs, wrongPasswordsToLock } from '$lib/domain/people/password';
import type { Database } from '../client';
import { signInAttempts } from '../schema/people/accounts';

/**
 * Counts a password about to be checked for `name`, unless the name is locked at that moment. Check and count are one
 * statement, so that parallel guesses cannot outrun it. False: locked, do not check.
 */
export async function admitAttempt(db: Database, attempt: { id: string; name: string; at: number }): Promise<boolean> {
	const { id, name, at } = attempt;
	const [, rows] = await db.batch([
		db
			.insert(signInAttempts)
			.select(sql`select ${id}, ${name}, 0, ${at} where not ${isLocked(name, at)}`)
			.onConflictDoNothing(),
		db.select({ id: signInAttempts.id }).from(signInAttempts).where(eq(signInAttempts.id, id))
	]);
	return rows.length > 0;
}

/** Those of the names that are locked at the moment `at`. */
export async function listLockedNames(db: Database, names: string[], at: number): Promise<Set<string>> {
	if (names.length === 0) return new Set();
	const rows = await db
		.selectDistinct({ name: signInAttempts.username })
		.from(signInAttempts)
		.where(and(inArray(signInAttempts.username, names), isLocked(signInAttempts.username, at)));
	return new Set(rows.map((row) => row.name));
}

/** The password was right: failures before it no longer count. */
export const updateAttemptSucceeded = (db: Database, id: string) =>
	db.update(signInAttempts).set({ succeeded: true }).where(eq(signInAttempts.id, id));

/** An administrator has set a new password: the failures with the old one no longer count. */
export const deleteAttempts = (db: Database, name: string) =>
	db.delete(signInAttempts).where(eq(signInAttempts.username, name));

export const deleteAttemptsBefore = (db: Database, at: number) =>
	db.delete(signInAttempts).where(lt(signInAttempts.at, at));

/** Domain `isLocked`, in SQL. */
function isLocked(name: string | typeof signInAttempts.username, at: number) {
	const failures = sql`select f.at from sign_in_attempts f where f.username = ${name} and f.succeeded = 0 and f.at >
		coalesce((select max(s.at) from sign_in_attempts s where s.username = ${name} and s.succeeded = 1), 0)
		order by f.at desc limit 1`;
	return sql`exists (select 1 from (${failures}) as last, (${failures} offset ${wrongPasswordsToLock - 1}) as first
		where last.at > ${at - lockMs} and first.at > last.at - ${lockMs})`;
}
