import { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** A form is at most this large; what is larger gets a 413. Bytes. */
export const bodyLimit = 256 * 1024;

/** Addresses that take files, and how large a form may be there: more than the largest file allowed, so that one too large is answered on its field. Bytes. */
const roomyAddresses = [
	{ path: /^\/desk\/events\/[0-9a-f-]{36}\/files$/, limit: 8 * 1024 * 1024 },
	{ path: /^\/desk\/imports\/new$/, limit: 13 * 1024 * 1024 }
];

/** No address takes more than this. Bytes. */
export const mostBody = Math.max(bodyLimit, ...roomyAddresses.map(({ limit }) => limit));

/**
 * How large the body of a request to this address may be, in bytes.
 * @param {string | undefined} url path and query
 */
function limitOf(url) {
	const [path = ''] = (url ?? '').split('?');
	return roomyAddresses.find((address) => address.path.test(path))?.limit ?? bodyLimit;
}

/** Bodies whose requests have no answer yet hold so much memory at most. Bytes. */
export const mostHeld = 64 * 1024 * 1024;
let held = 0;

/** A villager's form is smaller than this. So much of each body still has room where large ones have taken all of it. Bytes. */
const smallBody = 16 * 1024;
const heldBySmall = 32 * 1024 * 1024;

/** A form has to be there within this time; a file within that of every request (serve.js). Milliseconds. */
const formPatienceMs = 20_000;

/** How much of a body that is too large is read and thrown away, so that the sender gets to see the answer. Bytes. */
const drainLimit = 32 * 1024 * 1024;

/**
 * Lets a request through to the app, or answers it: 400 for a malformed address, 413 for a body that is too large, 503 where too many bodies are under
 * way.
 * Only here is it decided what the request's scheme and sender are, so that no client can claim them.
 * @param {IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {boolean} trustProxy whether X-Forwarded-For and -Proto are believed
 * @param {number} [patienceMs] how long a form may take to come
 * @returns {Promise<IncomingMessage | null>} the request to hand on, or null when it has been answered
 */
export async function admit(request, response, trustProxy, patienceMs = formPatienceMs) {
	if (!isWellAddressed(request)) {
		answer(response, 400, '请求地址不正确。Bad request address.');
		return null;
	}
	setForwarded(request, trustProxy);
	const isChunked = request.headers['transfer-encoding'] !== undefined;
	const limit = isChunked && !hasSession(request) ? bodyLimit : limitOf(request.url);
	if (limit === bodyLimit) cutLate(request, patienceMs);
	if (Number(request.headers['content-length'] ?? 0) > limit) return refuseBody(request, response, { limit, read: 0 });
	const hasBody = isChunked || Number(request.headers['content-length'] ?? 0) > 0;
	return hasBody ? readBody(request, response, limit) : request;
}

/**
 * Reads a body up to its limit. A chunked one does not say how long it is, and of one that says it the rest may never come: both hold memory, so both
 * are counted while they come.
 * @param {IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} limit bytes
 */
async function readBody(request, response, limit) {
	const chunks = [];
	let size = 0;
	response.once('close', () => (held -= size));
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		size += chunk.length;
		held += chunk.length;
		if (size > limit) return refuseBody(request, response, { limit, read: size });
		if (held > (size > smallBody ? mostHeld : mostHeld + heldBySmall)) return refuseNow(request, response);
		chunks.push(chunk);
	}
	return withBody(request, Buffer.concat(chunks));
}

/**
 * Whether a browser says that it has a session. Whether it is a good one is known later; who has none sends no files.
 * @param {IncomingMessage} request
 */
const hasSession = ({ headers }) => /(^|;\s*)session=/.test(headers.cookie ?? '');

/**
 * Ends a connection whose body is not there in time.
 * @param {IncomingMessage} request
 * @param {number} patienceMs
 */
function cutLate(request, patienceMs) {
	if (request.complete || (!request.headers['content-length'] && !request.headers['transfer-encoding'])) return;
	const timer = setTimeout(() => {
		if (!request.complete) request.socket.destroy();
	}, patienceMs);
	timer.unref();
	request.once('close', () => clearTimeout(timer));
}

/**
 * A plausible Host (the app builds its addresses on it) and a path.
 * @param {IncomingMessage} request
 */
function isWellAddressed({ url, headers }) {
	const isHost = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(headers.host ?? '');
	return isHost && url !== undefined && url.startsWith('/') && URL.canParse(`http://${headers.host}${url}`);
}

/**
 * Sets x-forwarded-proto and x-forwarded-for, which adapter-node is told to read, to what is true.
 * @param {IncomingMessage} request
 * @param {boolean} trustProxy
 */
function setForwarded({ headers, socket }, trustProxy) {
	const claimed = trustProxy ? String(headers['x-forwarded-proto'] ?? '').trim() : '';
	const sender = trustProxy
		? (
				String(headers['x-forwarded-for'] ?? '')
					.split(',')
					.at(-1) ?? ''
			).trim()
		: '';
	headers['x-forwarded-proto'] = /^https?$/.test(claimed) ? claimed : 'http';
	headers['x-forwarded-for'] = isIP(sender) ? sender : (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
}

/**
 * @param {IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ limit: number, read: number }} size bytes: how many it may have, how many of it were read already
 */
function refuseBody(request, response, { limit, read }) {
	const most = limit < 1024 * 1024 ? `${limit / 1024} KB` : `${limit / 1024 / 1024} MB`;
	answer(response, 413, `内容太大，最多 ${most}。The body is too large: at most ${most}.`);
	let drained = read;
	request.on('data', (chunk) => {
		drained += chunk.length;
		if (drained > drainLimit) request.socket.destroy();
	});
	return null;
}

/**
 * Answers that there is no room now. What else comes of the body is not read.
 * @param {IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function refuseNow(request, response) {
	response.setHeader('retry-after', '10');
	response.once('finish', () => request.socket.destroySoon());
	answer(response, 503, '这会儿正忙，请过一会儿再发。Too busy now: send it again in a while.');
	return null;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function answer(response, status, text) {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
	response.end(`${text}\n`);
}

/**
 * The same request once more, with its body already read.
 * @param {IncomingMessage} request
 * @param {Buffer} body
 */
function withBody(request, body) {
	const again = new IncomingMessage(request.socket);
	const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = request;
	const { 'transfer-encoding': _, ...headers } = request.headers;
	Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
	again.headers = { ...headers, 'content-length': String(body.length) };
	again.push(body);
	again.push(null);
	return again;
}
