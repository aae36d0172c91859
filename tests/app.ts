import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/boot/install.js';

/** All tests come from one address: only the throttles' own tests should meet a limit, those of look-ups. */
const roomyLimits = { SIGNUPS_PER_10_MIN: '100000', SIGN_INS_PER_15_MIN: '100000' };

/** The demo town has to be there within this time. */
const patienceMs = 600_000;

/** An app that works on and on does not stop when it is told to. */
const longestStopMs = 15_000;

export interface RunningApp {
	address: string;
	/** The first lines it prints. */
	output: string;
	dataDir: string;
	pid: number;
	/** The code it ends with, once it has; null when a signal ended it. */
	ended: Promise<number | null>;
	/** Ends it and removes the data, unless `settings` said where it is. */
	stop: () => Promise<void>;
}

/**
 * Starts the built app on a free port, with data of its own unless `settings` say where: a copy of the folder `data`, or none yet.
 * `folder`: another checkout, with its own build. `flags`: of Node.
 */
export async function startApp(
	settings: Record<string, string> = {},
	data?: string,
	{ folder = projectRoot, flags = [] }: { folder?: string; flags?: string[] } = {}
): Promise<RunningApp> {
	const dataDir = mkdtempSync(join(tmpdir(), 'xinfeng-e2e-'));
	if (data) cpSync(data, dataDir, { recursive: true });
	const app = spawn(process.execPath, [...startFlags(folder), ...flags, join(folder, 'src/boot/serve.js')], {
		env: { ...cleanEnvironment(), DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', ...roomyLimits, ...settings },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = once(app, 'exit').then(([code]) => code as number | null);
	const stop = async () => {
		const forced = setTimeout(() => app.kill('SIGKILL'), longestStopMs);
		if (app.exitCode === null && app.kill('SIGTERM')) await once(app, 'exit');
		clearTimeout(forced);
		rmSync(dataDir, { recursive: true, force: true });
	};
	try {
		return { ...(await firstLines(app)), dataDir: settings.DATA_DIR ?? dataDir, pid: app.pid!, ended, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** What `npm start` gives Node, so that what is tested and measured is what is run. */
function startFlags(folder: string): string[] {
	const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: { start: string } };
	return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** A developer's own settings must not reach the app under test. */
function cleanEnvironment(): NodeJS.ProcessEnv {
	const { ORIGIN: _o, DATABASE_URL: _u, DATABASE_AUTH_TOKEN: _t, DATA_KEY: _k, TRUST_PROXY: _p, ...env } = process.env;
	return env;
}

/** Reads the app's first lines up to those of who can sign in, and keeps its complaints visible. */
function firstLines(app: ChildProcess): Promise<{ address: string; output: string }> {
	let output = '';
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`The app did not start in time:\n${output}`)), patienceMs);
		app.once('exit', (code) => reject(new Error(`The app ended with ${code}:\n${output}`)));
		app.stderr?.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			process.stderr.write(chunk);
		});
		app.stdout?.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			const [, port] = /http:\/\/[\w.]+:(\d+)/.exec(output) ?? [];
			if (!port || !output.includes('\n\n')) return;
			clearTimeout(timer);
			resolve({ address: `http://127.0.0.1:${port}`, output });
		});
	});
}
