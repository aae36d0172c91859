import compression from 'compression';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/**
 * Compresses answers in the way that their reader accepts. `begin` writes the answer.
 * @returns {(request: IncomingMessage, response: ServerResponse, begin: () => void) => void}
 */
export function createCompression() {
	const compress = compression();
	return (request, response, begin) => {
		if (request.headers['accept-encoding']) {
			compress(/** @type {any} */ (request), /** @type {any} */ (response), () => {
				shareDrain(response);
				begin();
			});
			return;
		}
		response.setHeader('vary', 'Accept-Encoding');
		begin();
	};
}

/**
 * `compression` hands a listener of 'drain' to its own stream and never takes it off again. A long answer waits for its reader many times, so its
 * listeners would pile up: here all of them share one.
 * @param {ServerResponse} response
 */
function shareDrain(response) {
	/** @type {(() => void)[] | null} */
	let waiting = null;
	const { once } = response;
	const goOn = () => {
		for (const go of waiting?.splice(0) ?? []) go();
	};
	response.once = (event, listener) => {
		if (event !== 'drain') return once.call(response, event, listener);
		if (!waiting) response.on('drain', goOn);
		(waiting ??= []).push(/** @type {() => void} */ (listener));
		return response;
	};
}
