/** So long requests are begun before newcomers are let in. Milliseconds. */
const turnMs = 4;

/** Of the requests that wait, so many at most are begun in one turn. */
const mostATurn = 8;

/**
 * A line for requests. Node accepts one new connection in each turn of its loop, and before that it serves everyone who is
 * connected: in a rush a newcomer waits for hundreds of requests. Here a turn lasts some milliseconds, and the rest waits
 * for the next one. A request whose sender has left is dropped.
 * @returns {(response: import('node:http').ServerResponse, begin: () => void) => void}
 */
export function createFairLine() {
	/** @type {{ response: import('node:http').ServerResponse, begin: () => void }[]} */
	const waiting = [];
	let turnEnds = 0;
	let isTurning = false;

	function turn() {
		turnEnds = performance.now() + turnMs;
		// One immediate each: between two of them everything that the first set off, and that waits for nothing, is done.
		for (let nth = Math.min(mostATurn, waiting.length); nth > 0; nth--) setImmediate(next);
		setImmediate(() => {
			isTurning = waiting.length > 0;
			if (isTurning) turn();
		});
	}

	function next() {
		if (performance.now() > turnEnds) return;
		const first = waiting.shift();
		if (first && !first.response.destroyed) first.begin();
	}

	return (response, begin) => {
		waiting.push({ response, begin });
		if (isTurning) return;
		isTurning = true;
		turn();
	};
}
