import { errorOf, type SqlAct, type SqlFault, type SqlResult } from './sql';

/** Where acts go to be written. Nothing else writes. */
export interface Port {
	/**
	 * Writes an act as a whole. Out: what its statements gave, once it is on disk. Rejects with what the database said, and then nothing of it
	 * is stored. Only WriterLost leaves open whether it is.
	 */
	submit(act: SqlAct): Promise<SqlResult[]>;
	/** From now on no act waits for another process: where one holds the database, acts are refused as busy at once. */
	hurry(): void;
	/** Ends the writer after the acts that wait. */
	close(): Promise<void>;
}

/** What became of an act. */
export type Answer = { results: SqlResult[] } | { fault: SqlFault };

/** The writer ended before it answered. An act with an id may be sent again: it lands once. */
export class WriterLost extends Error {
	override name = 'WriterLost';
}

/** Sends acts as one group. Out: an answer each. One that others kept busy for `waitMs` wrote nothing, and may be sent again. */
export type Send = (acts: SqlAct[], waitMs: number) => Promise<Answer[]>;

interface Waiting {
	act: SqlAct;
	/** When it gives up, on the clock of `performance.now()`. */
	until: number;
	attempts: number;
	resolve(results: SqlResult[]): void;
	reject(error: Error): void;
}

/** At most so many acts share one commit: more make it hardly cheaper, and the first of them wait longer. */
const mostTogether = 64;

/** An act whose writer is lost again and again is given up after so many attempts. */
const mostAttempts = 3;

/**
 * A line of acts before a writer. Whatever waits while a group is written makes the next group; no act waits for others to come.
 * An act waits `patienceMs` for other processes, then it is refused as busy.
 */
export function createLine(send: Send, patienceMs: number) {
	let waiting: Waiting[] = [];
	let working: Promise<void> | undefined;
	let isHurried = false;

	async function work(): Promise<void> {
		while (waiting.length > 0) {
			const group = waiting.splice(0, groupSize(waiting));
			const waitMs = isHurried ? 0 : Math.max(0, Math.min(...group.map(({ until }) => until)) - performance.now());
			const acts = group.map(({ act }) => act);
			const again = await send(acts, waitMs).then(
				(answers) => settle(group, answers, isHurried),
				(error: Error) => resend(group, error)
			);
			waiting = [...again, ...waiting];
		}
		working = undefined;
	}

	return {
		submit(act: SqlAct): Promise<SqlResult[]> {
			return new Promise((resolve, reject) => {
				waiting.push({ act, until: performance.now() + patienceMs, attempts: 0, resolve, reject });
				working ??= work();
			});
		},
		/** From now on an act that is kept busy is refused at once. */
		hurry: () => void (isHurried = true),
		/** Waits until every act in line has its answer. */
		isEmpty: async () => working
	};
}

function groupSize(waiting: Waiting[]): number {
	const apart = waiting.findIndex(({ act }) => act.way !== 'grouped');
	if (apart === 0) return 1;
	return Math.min(mostTogether, apart < 0 ? waiting.length : apart);
}

/** Tells each act its answer. Out: those that were kept busy and have time left. */
function settle(group: Waiting[], answers: Answer[], isHurried: boolean): Waiting[] {
	return group.filter((waits, nth) => {
		const answer = answers[nth]!;
		if ('results' in answer) waits.resolve(answer.results);
		else if (answer.fault.code.startsWith('SQLITE_BUSY') && !isHurried && waits.until > performance.now()) return true;
		else waits.reject(errorOf(answer.fault));
		return false;
	});
}

/** The writer was lost, and whether it had committed is not known. Out: the acts that may be sent again; the others are told. */
function resend(group: Waiting[], error: Error): Waiting[] {
	const mayGoAgain = ({ act, attempts }: Waiting) =>
		error instanceof WriterLost && act.id !== null && attempts + 1 < mostAttempts;
	for (const waits of group) if (!mayGoAgain(waits)) waits.reject(error);
	return group.filter(mayGoAgain).map((waits) => ({ ...waits, attempts: waits.attempts + 1 }));
}
