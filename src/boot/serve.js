// Serves the built app. Importing this file starts it: `npm start` does, and the browser tests run it as a process of its own.
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { builtHandler } from './build.js';
import { createCompression } from './compress.js';
import { loadDataKey } from './data-key.js';
import { explain } from './explain.js';
import { createFairLine } from './fair-line.js';
import { admit, mostBody } from './gate.js';
import { projectRoot, StartRefused } from './install.js';
import { createTurns } from './one-by-one.js';
import { readSettings } from './settings.js';

/** Open requests may take this long to finish once the server has been told to stop, and the database this long to close. Milliseconds. */
const graceMs = 3000;
const closingMs = 1000;

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Handler */

const startedAt = Date.now();

// V8 lets garbage grow to several times what is alive before it collects all of it. Percent above what is alive.
// How much it takes for new objects can only be set on the command line: package.json, "start".
setFlagsFromString('--heap-growing-percent=30');

try {
	process.chdir(projectRoot);
	const settings = readSettings(process.env);
	loadDataKey(settings);
	tellAdapter(settings);
	await serve(settings);
} catch (error) {
	explain(error);
	process.exit(1);
}

/**
 * adapter-node reads its own settings from the environment when it is imported: they follow ours, and only ours.
 * @param {import('./settings.js').Settings} settings
 */
function tellAdapter({ origin }) {
	// Without a protocol header it takes every request for https, and then refuses the forms sent over plain http.
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	process.env.ADDRESS_HEADER = 'x-forwarded-for';
	process.env.XFF_DEPTH = '1';
	// The gate holds each address to its own limit; this one must never be lower.
	process.env.BODY_SIZE_LIMIT = String(mostBody);
	for (const name of ['HOST_HEADER', 'PORT_HEADER', 'ORIGIN']) delete process.env[name];
	if (origin) process.env.ORIGIN = origin;
}

/** @param {import('./settings.js').Settings} settings */
async function serve(settings) {
	/** @type {(handler: Handler) => void} */
	let open = () => {};
	/** @type {Promise<Handler>} */
	const opened = new Promise((resolve) => (open = resolve));
	const compress = createCompression();
	const inLine = createFairLine();
	const inTurn = createTurns();

	const server = createServer((request, response) => inTurn(request, response, () => void answer(request, response)));

	/** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} */
	async function answer(request, response) {
		// A connection that stays open would bring the next request, and the stop would never come to its end.
		if (!server.listening) response.shouldKeepAlive = false;
		const admitted = await admit(request, response, settings.trustProxy).catch(() => null);
		if (!admitted) return;
		const handle = await opened;
		if (isAnsweredKept(admitted, response, settings.origin)) return;
		inLine(response, () => compress(admitted, response, () => handle(admitted, response)));
	}

	server.requestTimeout = 60_000;
	stopGracefully(server);

	// The port comes first: a second start by mistake says so before it touches the database. Early requests wait.
	const port = await listen(server, settings);
	open((await import(pathToFileURL(builtHandler()).href)).handler);
	announce(settings, port);
}

/**
 * Answers with a page that is kept (lib/server/keep-page.ts). Out: false where there is none.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string | null} origin
 */
function isAnsweredKept(request, response, origin) {
	const { xinfengAnswerKept } =
		/** @type {{ xinfengAnswerKept?: (request: object, response: object, origin: string) => boolean }} */ (globalThis);
	const { host, 'x-forwarded-proto': scheme } = request.headers;
	return xinfengAnswerKept?.(request, response, origin ?? `${scheme}://${host}`) ?? false;
}

/**
 * @param {import('node:http').Server} server
 * @param {import('./settings.js').Settings} settings
 * @returns {Promise<number>} the port, chosen by the system when PORT is 0
 */
function listen(server, { port, host }) {
	return new Promise((resolve, reject) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => reject(refusal(error, port, host)));
		server.listen(port, host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
function refusal(error, port, host) {
	const sentences = new Map([
		[
			'EADDRINUSE',
			`PORT ${port} is taken by another program: stop it, or choose another port, as in PORT=${port + 1} npm start.`
		],
		['EACCES', `PORT ${port} may not be used by this user: choose one above 1023, as in PORT=3000 npm start.`],
		['EADDRNOTAVAIL', `HOST ${host} is not an address of this machine: use 0.0.0.0 (all its addresses) or 127.0.0.1.`],
		['ENOTFOUND', `HOST ${host} is not known: use 0.0.0.0 (all addresses of this machine) or 127.0.0.1.`]
	]);
	const known = sentences.get(error.code ?? '');
	return known ? new StartRefused(known) : error;
}

/**
 * Stops on SIGTERM or SIGINT: takes no new connections, lets open requests and a message being sent finish, closes the database, and ends the
 * process with 0.
 * @param {import('node:http').Server} server
 */
function stopGracefully(server) {
	let isStopping = false;
	const stop = () => {
		if (isStopping) return;
		isStopping = true;
		const { xinfengStop } = /** @type {{ xinfengStop?: (isAnswered: Promise<unknown>) => Promise<void> }} */ (
			globalThis
		);
		const isAnswered = Promise.race([new Promise((resolve) => server.close(resolve)), pause(graceMs)]);
		// A sender that keeps its connection has no request open in it once it was answered.
		setInterval(() => server.closeIdleConnections(), 50).unref();
		const isClosed = xinfengStop?.(isAnswered) ?? isAnswered;
		void Promise.race([isClosed, pause(graceMs + closingMs)]).finally(() => process.exit(0));
	};
	for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);

	// npm runs scripts through a shell that dies of SIGTERM without passing it on, so this process stops when its
	// parent does.
	const parent = process.ppid;
	if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref();

	// A request that failed in an unforeseen way must not take down everyone else's.
	// Of a failed query its values are left out, they may be personal.
	process.on('unhandledRejection', (reason) => {
		const stack = reason instanceof Error ? (reason.stack ?? String(reason)) : String(reason);
		console.error(stack.replace(/\nparams: .*/g, ''));
	});
}

/**
 * Prints where the app is and what the first run has to say (demo logins, or the first one-time password).
 * @param {import('./settings.js').Settings} settings
 * @param {number} port
 */
function announce({ host, origin }, port) {
	const isEverywhere = host === '0.0.0.0' || host === '::';
	const own = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	console.log(`Xinfeng 新风 is ready (${((Date.now() - startedAt) / 1000).toFixed(1)} s):`);
	console.log(`  on this machine   http://${own}:${port}`);
	if (isEverywhere) for (const address of lanAddresses()) console.log(`  on this network   http://${address}:${port}`);
	if (origin) console.log(`  to the public     ${origin} (ORIGIN: forms are accepted from there alone)`);
	const { xinfengFirstRun = [] } = /** @type {{ xinfengFirstRun?: string[] }} */ (globalThis);
	if (xinfengFirstRun.length > 0) console.log(`\n${xinfengFirstRun.join('\n')}\n`);
}

function lanAddresses() {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}
