import { connect, type Socket } from 'node:net';

/** What a load needs to know of an answer. */
export type Outcome = { status: number; bytes: number };

const headEnd = Buffer.from('\r\n\r\n');
const bodyEnd = Buffer.from('\r\n0\r\n\r\n');

/**
 * One kept connection that asks and waits, one request at a time. It only counts the bytes of an answer: a client that did more would take
 * the server's time on a machine with few cores.
 */
export class Connection {
	private socket: Socket;
	private held: Buffer[] = [];
	private bytes = 0;
	/** Bytes of the answer when its head says how many, -1 for one in chunks, null before the head is read. */
	private expected: number | null = null;
	private status = 0;
	private waiting: { resolve: (outcome: Outcome) => void; reject: (fault: Error) => void } | null = null;

	/** An answer that takes longer than `patienceMs` is a fault. */
	constructor(
		private readonly address: string,
		private readonly patienceMs = 120_000
	) {
		this.socket = this.open();
	}

	/** Sends a whole request (head and body). Out: the answer's status and size, once it is there. */
	ask(request: Buffer): Promise<Outcome> {
		// A server closes a connection that was not used for some seconds.
		if (this.socket.destroyed) this.socket = this.open();
		return new Promise((resolve, reject) => {
			this.waiting = { resolve, reject };
			this.socket.write(request);
		});
	}

	close(): void {
		this.waiting = null;
		this.socket.destroy();
	}

	private open(): Socket {
		const { hostname, port } = new URL(this.address);
		const socket = connect({ host: hostname, port: Number(port || 80), noDelay: true });
		socket.setTimeout(this.patienceMs, () => socket.destroy(new Error('no answer in time')));
		socket.on('data', (chunk) => this.take(chunk));
		socket.on('error', (fault) => this.waiting?.reject(fault));
		socket.on('close', () => this.waiting?.reject(new Error('the connection was closed before the answer')));
		return socket;
	}

	private take(chunk: Buffer): void {
		this.bytes += chunk.length;
		this.held.push(chunk);
		if (this.expected === null) this.readHead();
		if (this.expected === null || !this.isWhole()) return;
		const outcome = { status: this.status, bytes: this.bytes };
		const { waiting } = this;
		[this.held, this.bytes, this.expected, this.waiting] = [[], 0, null, null];
		waiting?.resolve(outcome);
	}

	private readHead(): void {
		const seen = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held);
		const end = seen.indexOf(headEnd);
		if (end < 0) return;
		const head = seen.toString('latin1', 0, end);
		this.status = Number(head.slice(9, 12));
		const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
		const isBare = this.status === 204 || this.status === 304;
		this.expected = isBare ? end + 4 : length === undefined ? -1 : end + 4 + Number(length);
	}

	/** Chunks end with an empty one. Only one request is under way, so the end of the data is the end of the answer. */
	private isWhole(): boolean {
		if (this.expected! >= 0) return this.bytes >= this.expected!;
		const last = this.held.at(-1)!;
		const tail = last.length >= bodyEnd.length ? last : Buffer.concat(this.held.slice(-2));
		return tail.subarray(-bodyEnd.length).equals(bodyEnd);
	}
}
