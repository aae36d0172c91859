import { createClient } from '@libsql/client';
import { openHttp, openWs, parseLibsqlUrl } from '@libsql/hrana-client';
import type { Reader } from './file-reader';
import type { Port } from './line';
import { openServerReader } from './server-reader';
import { openServerWriter } from './server-writer';

/** Connects to a libSQL server (`libsql:`, `http:`, `https:`, `ws:`). Throws when it does not answer or is too old. */
export async function connect(url: string, authToken?: string): Promise<{ reader: Reader; writer: Port }> {
	const client = createClient({ url, authToken, concurrency: 20, fetch: patiently });
	const { hranaHttpUrl, hranaWsUrl } = parseLibsqlUrl(url);
	const writing = hranaHttpUrl
		? openHttp(hranaHttpUrl, authToken, patiently, undefined, 3)
		: openWs(hranaWsUrl!, authToken, 3);
	// Savepoints need to know whether a transaction is still open: protocol 3.
	await writing.getVersion();
	return { reader: openServerReader(client), writer: openServerWriter(client, writing) };
}

/** A server that does not answer within 20 s is given up: the act may be sent again, its id lands once. */
function patiently(request: Request): Promise<Response> {
	return fetch(request, { signal: AbortSignal.timeout(20_000) });
}
