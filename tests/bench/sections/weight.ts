import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { pagesOf } from '../../http/crawl/pages';
import { Session } from '../../http/session';
import { atMost } from '../goals';
import { rounded } from '../load/spread';
import type { Report } from '../report';
import type { Stage } from '../stage';

interface Weight {
	path: string;
	/** On the wire, heads of the answers included. */
	bytes: number;
	requests: number;
}

/** What the first visit of every page open to all weighs, compressed, with its style sheets, images and icon. */
export async function measureWeight(stage: Stage): Promise<Report> {
	const [{ app }] = await stage.towns();
	const visits = await pagesOf(new Session(app.address), [], stage.mostPages);
	const weights: Weight[] = [];
	for (const { path } of visits) weights.push(await weigh(app.address, path));
	weights.sort((a, b) => b.bytes - a.bytes);
	const goals = [
		atMost('weight: heaviest public page', rounded(weights[0]!.bytes / 1024), {
			than: 14,
			unit: 'KB on the first visit'
		}),
		atMost('weight: most requests of a public page', Math.max(...weights.map(({ requests }) => requests)), { than: 4 })
	];
	return { goals, figures: { pages: weights } };
}

async function weigh(address: string, path: string): Promise<Weight> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const page = await fetchWith(agent, new URL(path, address));
	const $ = load(page.text, { scriptingEnabled: false });
	const linked = $('link[rel=stylesheet]:not([disabled]), link[rel=icon], img[src], script[src]').toArray();
	const sources = linked.map(({ attribs }) => new URL(attribs.href ?? attribs.src!, new URL(path, address)));
	const hrefs = [...new Set(sources.filter(({ protocol }) => protocol === 'http:').map(({ href }) => href))];
	let { bytes } = page;
	for (const href of hrefs) bytes = (await fetchWith(agent, new URL(href))).bytes;
	agent.destroy();
	return { path, bytes, requests: 1 + hrefs.length };
}

/** Out: the answer's text, and all bytes that its connection has received so far. */
async function fetchWith(agent: Agent, url: URL): Promise<{ text: string; bytes: number }> {
	const headers = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' };
	const answer = await new Promise<IncomingMessage>((resolve, reject) =>
		get(url, { agent, headers }, resolve).on('error', reject)
	);
	const { socket } = answer;
	const body = await buffer(answer);
	return { text: decode(body, answer.headers['content-encoding']).toString('utf8'), bytes: socket.bytesRead };
}

function decode(body: Buffer, encoding: string | undefined): Buffer {
	if (encoding === 'br') return brotliDecompressSync(body);
	return encoding === 'gzip' ? gunzipSync(body) : body;
}
