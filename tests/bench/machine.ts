import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import process from 'node:process';

/** What a figure depends on beside the app. */
export function describeMachine() {
	const [cpu] = cpus();
	return {
		at: new Date().toISOString(),
		commit: commit(),
		node: process.version,
		cpu: cpu?.model ?? 'unknown',
		cores: cpus().length,
		memoryMb: Math.round(totalmem() / 1024 / 1024),
		load: loadavg().map((load) => Math.round(load * 100) / 100)
	};
}

function commit(): string {
	try {
		return execFileSync('git', ['describe', '--always', '--dirty'], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore']
		}).trim();
	} catch {
		return 'unknown';
	}
}
