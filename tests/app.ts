import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const serve = fileURLToPath(new URL('../src/boot/serve.js', import.meta.url));

/** All tests come from one address: only the throttles' own tests should meet a limit, those of look-ups. */
const roomyLimits = { SIGNUPS_PER_10_MIN: '100000', SIGN_INS_PER_15_MIN: '100000' };

/** The demo town has to be there within this time. */
const patienceMs = 600_000;

/**
 * Starts the built app on a free port, with data of its own unless `settings` say where: a copy of the folder `data`, or none yet.
 * Out: its address, the first lines it prints, its data folder, and how to stop it, which removes the data.
 */
export async function startApp(
	settings: Record<string, string> = {},
	data?: string
): Promise<{ address: string; output: string; dataDir: string; stop: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'xinfeng-e2e-'));
	if (data) cpSync(data, dataDir, { recursive: true });
	const app = spawn(process.execPath, [serve], {
		env: { ...cleanEnvironment(), DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', ...roomyLimits, ...settings },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const stop = async () => {
		if (app.exitCode === null && app.kill('SIGTERM')) await once(app, 'exit');
		rmSync(dataDir, { recursive: true, force: true });
	};
	try {
		return { ...(await firstLines(app)), dataDir: settings.DATA_DIR ?? dataDir, stop };
	} catch (error) {
		await stop();
		throw error;
	}
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
