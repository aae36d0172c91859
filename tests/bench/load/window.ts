import process from 'node:process';

type Reading = { at: number; loop: number | null; client: number };

/** The time within which answers are counted, and what the server and this client did in it. It begins when it is made. */
export class Window {
	private readonly start: Reading;
	private end: Reading | null = null;

	/** `loop`: reads the CPU time of the server's event loop, in nanoseconds. */
	constructor(
		private readonly seconds: number,
		private readonly loop: () => number | null
	) {
		this.start = this.now();
	}

	isOver(): boolean {
		if (!this.end && performance.now() >= this.start.at + this.seconds * 1000) this.end = this.now();
		return this.end !== null;
	}

	/** Once it is over. */
	read(): { seconds: number; loopNanos: number | null; clientShare: number } {
		const [start, end] = [this.start, this.end!];
		const ms = end.at - start.at;
		const loopNanos = start.loop === null || end.loop === null ? null : end.loop - start.loop;
		return { seconds: ms / 1000, loopNanos, clientShare: (end.client - start.client) / 1000 / ms };
	}

	private now(): Reading {
		const { user, system } = process.cpuUsage();
		return { at: performance.now(), loop: this.loop(), client: user + system };
	}
}
