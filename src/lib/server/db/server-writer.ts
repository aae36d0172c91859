import { LibsqlError, type Client } from '@libsql/client';
import * as hrana from '@libsql/hrana-client';
import { setTimeout as pause } from 'node:timers/promises';
import { createLine, type Answer, type Port } from './line';
import type { SqlAct, SqlFault, SqlResult } from './sql';

/** An act waits so long for other processes that write on the same server, then it is refused as busy. Milliseconds. */
const patienceMs = 10_000;

/** Between one attempt and the next on a busy server. Milliseconds. */
const pauseMs = 20;

/** What a step gave or failed with; undefined when its condition kept it from running. */
type Outcome = Promise<{ ok: SqlResult } | { fault: SqlFault } | undefined>;

/**
 * Writes on a libSQL server: one group at a time, since sqld (0.24) loses track of its queue when many write at once. Each group is one trip:
 * a transaction with a savepoint an act. A group that could not be committed is sent again act by act.
 */
export function openServerWriter(client: Client, grouping: hrana.Client): Port {
	const line = createLine(async (acts) => {
		const [first] = acts;
		if (first && first.way !== 'grouped') return [await writeApart(client, first)];
		const written = await writeGroup(grouping, acts);
		if (written) return written;
		const answers: Answer[] = [];
		for (const act of acts) answers.push(...((await writeGroup(grouping, [act])) ?? []));
		return answers;
	}, patienceMs);
	return {
		submit: line.submit,
		hurry: line.hurry,
		async close() {
			await line.isEmpty();
			grouping.close();
		}
	};
}

/** What no group takes: a migration, or a statement that no transaction takes. */
async function writeApart(client: Client, { way, statements }: SqlAct): Promise<Answer> {
	try {
		if (way === 'migration') await client.migrate(statements);
		else for (const statement of statements) await client.execute(statement);
		return { results: statements.map(() => ({ columns: [], rows: [], rowsAffected: 0 })) };
	} catch (error) {
		if (error instanceof LibsqlError) return { fault: { message: error.message, code: error.code } };
		throw error;
	}
}

/** Null when an act of several ended the whole transaction, or the commit failed: then nothing was written. */
async function writeGroup(client: hrana.Client, acts: SqlAct[]): Promise<Answer[] | null> {
	const stream = client.openStream();
	const batch = stream.batch(false);
	const inTransaction = hrana.BatchCond.not(hrana.BatchCond.isAutocommit(batch));
	const begin = batch.step();
	const hasBegun = outcomeOf(begin.run('BEGIN'));
	const steps = acts.map((act) =>
		addAct(batch, act, hrana.BatchCond.and(batch, [hrana.BatchCond.ok(begin), inTransaction]))
	);
	const commit = batch.step().condition(hrana.BatchCond.ok(begin)).condition(inTransaction);
	const hasCommitted = outcomeOf(commit.run('COMMIT'));
	const undo = batch
		.step()
		.condition(hrana.BatchCond.not(hrana.BatchCond.ok(commit)))
		.condition(inTransaction);
	void outcomeOf(undo.run('ROLLBACK'));
	const executed = batch.execute();
	stream.closeGracefully();
	await executed;

	const [begun, committed, answers] = await Promise.all([hasBegun, hasCommitted, Promise.all(steps.map(answerOf))]);
	if ([...answers, committed].some((outcome) => outcome && isBusy(outcome))) await pause(pauseMs);
	if (committed && 'ok' in committed) return answers;
	if (acts.length > 1) return null;
	const fault = [...answers, committed, begun].find((outcome) => outcome && 'fault' in outcome);
	return [fault as Answer];
}

const isBusy = (outcome: object) => 'fault' in outcome && (outcome.fault as SqlFault).code === 'SQLITE_BUSY';

interface ActSteps {
	statements: Outcome[];
	released: Outcome;
}

/**
 * Adds an act in its savepoint. No step runs once a transaction was ended from within: a SAVEPOINT would open another one, and its act would be
 * stored while it is told as refused.
 */
function addAct(batch: hrana.Batch, { statements }: SqlAct, mayRun: hrana.BatchCond): ActSteps {
	const savepoint = batch.step().condition(mayRun);
	void outcomeOf(savepoint.run('SAVEPOINT act'));
	let last: hrana.BatchStep = savepoint;
	const outcomes = statements.map(({ sql, args }) => {
		const step = batch.step().condition(hrana.BatchCond.ok(last)).condition(mayRun);
		last = step;
		return outcomeOf(step.query(new hrana.Stmt(sql).bindIndexes(args)));
	});
	const release = batch.step().condition(hrana.BatchCond.ok(last)).condition(mayRun);
	const released = outcomeOf(release.run('RELEASE act'));
	for (const sql of ['ROLLBACK TO act', 'RELEASE act']) {
		const undo = batch
			.step()
			.condition(hrana.BatchCond.ok(savepoint))
			.condition(hrana.BatchCond.not(hrana.BatchCond.ok(release)));
		void outcomeOf(undo.condition(mayRun).run(sql));
	}
	return { statements: outcomes, released };
}

async function answerOf({ statements, released }: ActSteps): Promise<Answer> {
	const results: SqlResult[] = [];
	for (const outcome of await Promise.all([...statements, released])) {
		if (outcome === undefined)
			return { fault: { message: 'The transaction had ended before this act.', code: 'SQLITE_ABORT' } };
		if ('fault' in outcome) return outcome;
		results.push(outcome.ok);
	}
	return { results: results.slice(0, -1) };
}

interface Given {
	columnNames?: (string | undefined)[];
	rows?: unknown[][];
	affectedRowCount: number;
}

function outcomeOf(step: Promise<object | undefined>): Outcome {
	return step.then(
		(given) => given && { ok: resultOf(given as Given) },
		(error: unknown) => ({ fault: faultOf(error) })
	);
}

const resultOf = ({ columnNames = [], rows = [], affectedRowCount }: Given): SqlResult => ({
	columns: columnNames.map((name) => name ?? ''),
	rows: rows.map((row) => Array.from(row)),
	rowsAffected: affectedRowCount
});

/** Only what the server itself says is an answer. A server that is away says nothing, and the act is not known to have failed. */
function faultOf(error: unknown): SqlFault {
	if (error instanceof hrana.ResponseError) return { message: error.message, code: error.code ?? 'UNKNOWN' };
	if (error instanceof Error) return { message: error.message, code: 'SERVER_ERROR' };
	throw error;
}
