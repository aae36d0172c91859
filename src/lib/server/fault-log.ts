import { isDiskFull } from './is-busy';

/** A full disk is logged so often at most: it refuses every form, and the log is usually on the same disk. Milliseconds. */
const fullEveryMs = 60_000;

/** A fault as text, with where it came from. Of a failed query the values are left out: they may be personal. */
export function faultText(fault: unknown): string {
	return String(fault instanceof Error ? (fault.stack ?? fault) : fault).replace(/\nparams: .*/g, '');
}

/** Logs faults, each after `head`. A full disk is one line, and one a minute. `print` and `now` (ms): of the process. */
export function createFaultLog({ print, now }: { print: (line: string) => void; now: () => number }) {
	let quietUntil = -Infinity;
	let unlogged = 0;
	return (head: string, fault: unknown): void => {
		if (!isDiskFull(fault)) return print(`${head}: ${faultText(fault)}`);
		if (now() < quietUntil) return void unlogged++;
		print(
			`${head}: the disk is full, nothing is stored${unlogged > 0 ? ` (${unlogged} more since the last line)` : ''}`
		);
		quietUntil = now() + fullEveryMs;
		unlogged = 0;
	};
}
