import { InstanceError, limitAdvice } from '../limits';
import { loopTime } from '../process-figures';
import { Connection } from './connection';
import type { Next } from './request';
import { Window } from './window';

/** What is asked, and of which process. */
export interface Target {
	name: string;
	address: string;
	/** The process that answers; null where it is not of this machine. */
	pid: number | null;
	next: Next;
	/** The status of an answer that is right. */
	status: number;
}

export interface Measured {
	answers: number;
	seconds: number;
	/** Milliseconds of each answer. */
	times: number[];
	/** Milliseconds of the first answer of each connection. They are not among `times`. */
	firsts: number[];
	/** CPU of the server's event loop, microseconds an answer; null where it cannot be read. */
	loopMicros: number | null;
	/** How much of one core this client itself took. Near 1 the client is what was measured. */
	clientShare: number;
}

/**
 * Asks a target over so many kept connections for so many seconds, each as soon as it has its answer. All come at once; the time starts when
 * each has had its first answer. Answers that are due at the end are waited for, so that the server is idle afterwards. Throws when an answer
 * is wrong: what a server refuses it answers quickly.
 */
export async function load(target: Target, connections: number, seconds: number): Promise<Measured> {
	const open = Array.from({ length: connections }, () => new Connection(target.address));
	const firsts = await Promise.all(open.map((connection) => ask(connection, target)));
	const times: number[] = [];
	const window = new Window(seconds, () => loopTime(target.pid));
	// However slow a target is, there is something to say of it.
	const isOver = () => times.length >= connections && window.isOver();
	const keepAsking = async (connection: Connection) => {
		while (!isOver()) {
			const taken = await ask(connection, target);
			if (!isOver()) times.push(taken);
		}
		connection.close();
	};
	await Promise.all(open.map(keepAsking));
	const { loopNanos, ...took } = window.read();
	const loopMicros = loopNanos === null ? null : loopNanos / 1000 / Math.max(1, times.length);
	return { answers: times.length, times, firsts, loopMicros, ...took };
}

/** Milliseconds until the answer. */
export async function ask(connection: Connection, { name, next, status }: Target): Promise<number> {
	const began = performance.now();
	const outcome = await connection.ask(next()).catch((fault: Error) => {
		throw new Error(`${name}: ${fault.message}`);
	});
	if (outcome.status === 429) throw new InstanceError(`${name} was answered with 429. ${limitAdvice}`);
	if (outcome.status !== status) throw new Error(`${name} was answered with ${outcome.status}, not ${status}`);
	return performance.now() - began;
}
