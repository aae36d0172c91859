import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const serve = fileURLToPath(new URL('../../src/boot/serve.js', import.meta.url));

/** All tests come from one address: only the throttles' own tests should meet a limit, those of look-ups. */
const roomyLimits = { SIGNUPS_PER_10_MIN: '100000', SIGN_INS_PER_15_MIN: '100000' };

/** The demo town has to be there within this time. */
const patienceMs = 240_000;

/** The app all tests share: leaves its address in XINFENG_URL. The answer stops it. */
export default async function shareApp(): Promise<() => Promise<void>> {
	const { address, stop } = await startApp();
	process.env.XINFENG_URL = address;
	return stop;
}

/** Starts the built app with a fresh demo town on a free port. `stop` ends that process and removes its data. */
export async function startApp(
	settings: Record<string, string> = {}
): Promise<{ address: string; stop: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'xinfeng-e2e-'));
	const app = spawn(process.execPath, [serve], {
		env: {
			...{ ...cleanEnvironment(), DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', TOWN: 'demo' },
			...{ ...roomyLimits, ...settings }
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const stop = async () => {
		if (app.exitCode === null && app.kill('SIGTERM')) await once(app, 'exit');
		rmSync(dataDir, { recursive: true, force: true });
	};
	try {
		return { address: await addressOf(app), stop };
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

/** Reads the address off the app's first lines, and keeps its complaints visible. */
function addressOf(app: ChildProcess): Promise<string> {
	let said = '';
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`The app did not start in time:\n${said}`)), patienceMs);
		app.once('exit', (code) => reject(new Error(`The app ended with ${code}:\n${said}`)));
		app.stderr?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			process.stderr.write(chunk);
		});
		app.stdout?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
			if (!address) return;
			clearTimeout(timer);
			resolve(address);
		});
	});
}
