/** An answer of the server, after its redirects. */
export class Answer {
	constructor(
		readonly url: string,
		readonly status: number,
		readonly headers: Headers,
		readonly body: Buffer
	) {}

	text(): string {
		return this.body.toString('utf8');
	}

	json<T = unknown>(): T {
		return JSON.parse(this.text()) as T;
	}

	isHtml(): boolean {
		return this.headers.get('content-type')?.startsWith('text/html') ?? false;
	}

	/** The name under which a browser would save the file. */
	fileName(): string | null {
		const disposition = this.headers.get('content-disposition') ?? '';
		const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
		const [, plain] = /filename="?([^";]+)/.exec(disposition) ?? [];
		return encoded ? decodeURIComponent(encoded) : (plain ?? null);
	}
}
