import { sessionEnd, sessionIdleMs } from '$lib/domain/people/session';
import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { Actor } from '$lib/domain/people/actor';
import type { Context } from '../context';
import {
	deleteExpiredSessions,
	deleteSession,
	deleteSessionsOf,
	findSession,
	insertSession,
	listSessions,
	updateSessionExpiry,
	type SessionHolder
} from '$lib/server/db/people/sessions';
import { recordAct, type Statements } from '../record-act';
import { isBusy, isDiskFull } from '../is-busy';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaOf>;
		DatabaseUserAttributes: SessionHolder;
		DatabaseSessionAttributes: Record<never, never>;
	}
}

/**
 * Starts a session of the account, with its audit entry and the statements `alongside` in one write.
 * Out: the token for the cookie (the table keeps only its hash) and when it expires if it is not used.
 */
export async function startSession(
	ctx: Context,
	account: { id: string; unitId: string },
	alongside: Statements = []
): Promise<{ token: string; expiresAt: number }> {
	const session = await luciaOf(ctx, { unitId: account.unitId, alongside }).createSession(account.id, {});
	return { token: session.id, expiresAt: sessionEnd(ctx.now(), ctx.now()) };
}

/** Who acts with this token, and until when the session was prolonged, if it was; null when it is not or no longer good. */
export async function findActor(
	ctx: Context,
	token: string
): Promise<{ actor: Extract<Actor, { kind: 'account' }>; renewedUntil: number | null } | null> {
	const seen: Seen = {};
	const { session, user } = await luciaOf(ctx, { seen }).validateSession(token);
	if (!session) return null;
	const { id: accountId, username, role, unitId, mustChangePassword } = user;
	return {
		actor: { kind: 'account', accountId, username, role, unitId, mustChangePassword },
		renewedUntil: seen.renewedUntil ?? null
	};
}

/** Ends the actor's own session, with its audit entry. */
export async function endSession(ctx: Context, token: string): Promise<void> {
	await luciaOf(ctx, { isSigningOut: true }).invalidateSession(token);
}

/** Deletes sessions that have run out; they opened nothing any more. */
export async function forgetExpiredSessions(ctx: Context): Promise<void> {
	await luciaOf(ctx).deleteExpiredSessions();
}

/** What the table knows a session by. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/** What the adapter has read so far. */
interface Seen {
	expiresAt?: number;
	startedAt?: number;
	renewedUntil?: number;
}

interface Options {
	unitId?: string;
	alongside?: Statements;
	seen?: Seen;
	isSigningOut?: boolean;
}

/** Lucia over our table and our clock; made for each call, since it is little more than its adapter. */
function luciaOf(ctx: Context, options: Options = {}) {
	return new Lucia(adapterOf(ctx, options), {
		sessionExpiresIn: new TimeSpan(sessionIdleMs, 'ms'),
		getUserAttributes: (holder) => holder
	});
}

/** Lucia sees raw tokens and its own clock alone; the table sees hashes and the context's. */
function adapterOf(ctx: Context, { unitId, alongside = [], seen = {}, isSigningOut = false }: Options): Adapter {
	const { db } = ctx;
	const audit = (verb: string, accountId: string, unitId: string | null, statements: Statements) =>
		recordAct(ctx, { id: ctx.newId(), verb, subject: { type: 'account', id: accountId }, unitId }, statements);
	return {
		async getSessionAndUser(token) {
			const row = await findSession(db, hashToken(token));
			if (!row) return [null, null];
			const { accountId, startedAt, expiresAt, username, role, unitId, mustChangePassword } = row;
			Object.assign(seen, { startedAt, expiresAt });
			const session = { id: token, userId: accountId, expiresAt: onLuciasClock(ctx, expiresAt), attributes: {} };
			return [session, { id: accountId, attributes: { username, role, unitId, mustChangePassword } }];
		},
		async getUserSessions(accountId) {
			const rows = await listSessions(db, accountId);
			return rows.map((row): DatabaseSession => ({
				id: row.id,
				userId: accountId,
				expiresAt: onLuciasClock(ctx, row.expiresAt),
				attributes: {}
			}));
		},
		async setSession({ id: token, userId }) {
			const startedAt = ctx.now();
			const row = { id: hashToken(token), accountId: userId, startedAt, expiresAt: sessionEnd(startedAt, startedAt) };
			await audit('signIn', userId, unitId ?? null, [...alongside, insertSession(db, row)]);
		},
		// Lucia's own expiry slides without end: the absolute one is ours.
		async updateSessionExpiration(token) {
			const until = sessionEnd(seen.startedAt!, ctx.now());
			if (until <= seen.expiresAt!) return;
			writeAside(updateSessionExpiry(db, hashToken(token), until));
			seen.renewedUntil = until;
		},
		async deleteSession(token) {
			const gone = deleteSession(db, hashToken(token));
			if (!isSigningOut) return writeAside(gone);
			if (ctx.actor.kind !== 'account') return void (await gone);
			await audit('signOut', ctx.actor.accountId, ctx.actor.unitId, [gone]);
		},
		async deleteUserSessions(accountId) {
			await deleteSessionsOf(db, accountId);
		},
		async deleteExpiredSessions() {
			await deleteExpiredSessions(db, ctx.now());
		}
	};
}

/**
 * Writes what a request brings along, and the request does not wait for it: another process may hold the database for seconds. What was not
 * written then the next request writes.
 */
function writeAside(write: PromiseLike<unknown>): void {
	void Promise.resolve(write).catch((error: unknown) => {
		if (!isBusy(error) && !isDiskFull(error)) throw error;
	});
}

/** An instant of the context's clock on the machine's, which Lucia reads itself. */
function onLuciasClock(ctx: Context, at: number): Date {
	// eslint-disable-next-line no-restricted-properties -- Lucia takes no clock: this is the distance from its clock to ours
	return new Date(Date.now() + (at - ctx.now()));
}
