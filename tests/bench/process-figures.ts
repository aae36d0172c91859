import { readFileSync } from 'node:fs';

/** CPU time that the event loop of a process has had, in nanoseconds; null where the system does not say (only Linux does). */
export function loopTime(pid: number | null): number | null {
	if (pid === null) return null;
	try {
		return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]);
	} catch {
		return null;
	}
}

/** The memory that a process holds now, and the most it ever held, in MB; null where the system does not say. */
export function memoryOf(pid: number): { now: number; most: number } | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)![1]) / 1024;
		return { now: read('VmRSS'), most: read('VmHWM') };
	} catch {
		return null;
	}
}
