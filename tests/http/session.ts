import { Answer } from './answer';

export type Request = {
	method?: string;
	headers?: Record<string, string>;
	body?: string | URLSearchParams | FormData;
	/** Whether a redirect is followed, as a browser does. Default: yes. */
	follow?: boolean;
};

const mostRedirects = 10;

/** The requests of one browser: it keeps cookies, says from which site a form comes, and follows redirects. */
export class Session {
	readonly cookies: Map<string, string>;

	constructor(
		readonly origin: string,
		cookies: Iterable<readonly [string, string]> = []
	) {
		this.cookies = new Map(cookies);
	}

	/** `path` may be an address of the same town, with or without its origin. */
	get(path: string, request: Request = {}): Promise<Answer> {
		return this.send(path, request);
	}

	/** Sends a form: its fields, or a body of its own. */
	post(
		path: string,
		fields: Record<string, string> | NonNullable<Request['body']>,
		request: Request = {}
	): Promise<Answer> {
		const isPlain = Object.getPrototypeOf(fields) === Object.prototype;
		const body = isPlain ? new URLSearchParams(fields as Record<string, string>) : (fields as Request['body']);
		return this.send(path, { method: 'POST', body, ...request });
	}

	async send(path: string, { method = 'GET', headers = {}, body, follow = true }: Request): Promise<Answer> {
		let url = new URL(path, this.origin);
		for (let redirects = 0; redirects <= mostRedirects; redirects++) {
			const answer = await this.sendOnce(url, { method, headers, body });
			const location = answer.headers.get('location');
			if (!follow || !location || answer.status < 300 || answer.status >= 400) return answer;
			const next = new URL(location, url);
			if (!next.hash) next.hash = url.hash;
			url = next;
			if (answer.status !== 307 && answer.status !== 308) [method, body] = ['GET', undefined];
		}
		throw new Error(`${path} redirects without end`);
	}

	private async sendOnce(url: URL, { method = 'GET', headers, body }: Request): Promise<Answer> {
		// A connection that is kept may be closed by the server in the moment it is used again.
		const own: Record<string, string> = {
			accept: 'text/html,*/*',
			'accept-language': 'zh-CN',
			connection: 'close'
		};
		if (method !== 'GET') own.origin = url.origin;
		if (this.cookies.size > 0) own.cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
		const answer = await fetch(url, { method, headers: { ...own, ...headers }, body, redirect: 'manual' });
		for (const line of answer.headers.getSetCookie()) this.keep(line);
		return new Answer(url.href, answer.status, answer.headers, Buffer.from(await answer.arrayBuffer()));
	}

	/** Keeps a cookie, or drops it when its time is up. All of the app's cookies hold for every path. */
	private keep(line: string): void {
		const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
		const at = pair.indexOf('=');
		const name = pair.slice(0, at);
		const isOver = attributes.some((text) => /^max-age=0$/i.test(text) || isPast(/^expires=(.+)$/i.exec(text)?.[1]));
		if (isOver) this.cookies.delete(name);
		else this.cookies.set(name, pair.slice(at + 1));
	}
}

const isPast = (date: string | undefined) => date !== undefined && Date.parse(date) <= Date.now();
