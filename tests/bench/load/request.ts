/** A request as bytes, made once or anew for each sending. */
export type Next = () => Buffer;

/** The same request each time. `headers` such as a cookie; no accept-encoding unless it is among them. */
export function getting(address: string, path: string, headers: Record<string, string> = {}): Next {
	const request = Buffer.from(head('GET', address, path, headers) + '\r\n');
	return () => request;
}

/** The same page each time, of a host that was never asked for it: pages are kept for each host. */
export function gettingAnew(address: string, path: string): Next {
	let nth = Date.now();
	return () => Buffer.from(head('GET', address, path, { host: `${nth++}.example` }) + '\r\n');
}

/** A form, with fields made anew for each sending. */
export function posting(
	address: string,
	path: string,
	fields: () => Record<string, string>,
	headers: Record<string, string> = {}
): Next {
	const type = 'application/x-www-form-urlencoded';
	const start = head('POST', address, path, { origin: address, 'content-type': type, ...headers });
	return () => {
		const body = new URLSearchParams(fields()).toString();
		return Buffer.from(`${start}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	};
}

function head(method: string, address: string, path: string, headers: Record<string, string>): string {
	const own = { host: new URL(address).host, accept: 'text/html', ...headers };
	const lines = Object.entries(own).map(([name, value]) => `${name}: ${value}\r\n`);
	return `${method} ${path} HTTP/1.1\r\n${lines.join('')}`;
}
