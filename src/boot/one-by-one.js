/** A sender may send so many requests ahead of their answers; with one more its connection ends. No browser sends any. */
const mostAhead = 16;

/**
 * Takes the requests of a connection one after the other: each is begun when the answer before it has left. HTTP lets a sender put many requests into
 * one packet, and without this all of them would be answered into memory, whether or not the sender reads.
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, begin: () => void) => void}
 */
export function createTurns() {
	/** What waits on each connection that has a request under way. @type {WeakMap<import('node:net').Socket, Waiting[]>} */
	const lines = new WeakMap();

	/** @typedef {{ response: import('node:http').ServerResponse, begin: () => void }} Waiting */

	/**
	 * @param {import('node:net').Socket} socket
	 * @param {Waiting} first
	 * @param {Waiting[]} others
	 */
	function take(socket, { response, begin }, others) {
		response.once('close', () => {
			const next = others.shift();
			if (next && !socket.destroyed) take(socket, next, others);
			else lines.delete(socket);
		});
		begin();
	}

	return ({ socket }, response, begin) => {
		const line = lines.get(socket);
		if (line && line.length >= mostAhead) socket.destroy();
		else if (line) line.push({ response, begin });
		else {
			/** @type {Waiting[]} */
			const others = [];
			lines.set(socket, others);
			take(socket, { response, begin }, others);
		}
	};
}
