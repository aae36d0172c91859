import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { answerReplies, householdAnswers } from '../schema/banquets/household-answers';
import { banquets } from '../schema/banquets/banquets';

export function insertAnswer(db: Database, answer: typeof householdAnswers.$inferInsert): Statement {
	return db.insert(householdAnswers).values(answer);
}

export function insertReply(db: Database, reply: typeof answerReplies.$inferInsert): Statement {
	return db.insert(answerReplies).values(reply);
}

/** An answer with its banquet's unit; null when there is none. */
export async function findAnswer(db: Database, id: string) {
	const rows = await db
		.select({ id: householdAnswers.id, banquetId: householdAnswers.banquetId, unitId: banquets.unitId })
		.from(householdAnswers)
		.innerJoin(banquets, eq(banquets.id, householdAnswers.banquetId))
		.where(eq(householdAnswers.id, id));
	return rows[0] ?? null;
}

export async function countAnswers(db: Database, banquetId: string): Promise<number> {
	const rows = await db
		.select({ count: count() })
		.from(householdAnswers)
		.where(eq(householdAnswers.banquetId, banquetId));
	return rows[0]?.count ?? 0;
}

/** A household's answers to its record, oldest first, each with the reply (sealed) and who gave it. */
export async function listAnswers(db: Database, banquetId: string) {
	return db
		.select({
			answer: householdAnswers,
			reply: answerReplies,
			replierId: accounts.id,
			replierNameSealed: accounts.nameSealed
		})
		.from(householdAnswers)
		.leftJoin(answerReplies, eq(answerReplies.answerId, householdAnswers.id))
		.leftJoin(accounts, eq(accounts.id, answerReplies.byId))
		.where(eq(householdAnswers.banquetId, banquetId))
		.orderBy(asc(householdAnswers.at), asc(householdAnswers.id));
}
