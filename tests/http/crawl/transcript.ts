import { load } from 'cheerio';
import { isTag, isText, type AnyNode } from 'domhandler';
import { readXlsx } from 'hucre/xlsx';
import type { Answer } from '../answer';
import { oneSpace } from '../text';

/** Headers that differ from run to run, so they are left out. */
const passing = new Set([
	'date',
	'etag',
	'content-length',
	'connection',
	'keep-alive',
	'transfer-encoding',
	'last-modified',
	'link'
]);

/** What an answer says, one element or header a line, without what differs from run to run: ids, names of built files, the port. */
export async function transcribe(path: string, answer: Answer): Promise<string> {
	const headers = [...answer.headers]
		.filter(([name]) => !passing.has(name))
		.map(([name, value]) => `${name}: ${name === 'set-cookie' ? value.replace(/=[^;]*/, '=…') : value}`);
	return mask(
		[path, String(answer.status), ...headers, '', await bodyOf(answer)].join('\n'),
		new URL(answer.url).origin
	);
}

async function bodyOf(answer: Answer): Promise<string> {
	const type = answer.headers.get('content-type') ?? '';
	if (type.startsWith('text/html')) return outline(answer.text());
	if (type.includes('json')) return JSON.stringify(answer.json(), null, 1);
	if (type.startsWith('text/calendar'))
		return answer
			.text()
			.replace(/\r\n[ \t]/g, '')
			.replaceAll('\r', '');
	if (/^text\/|svg|xml;/.test(type)) return answer.text().replaceAll('\r', '');
	if (type.includes('spreadsheetml')) return cells(answer.body);
	return answer.body.length > 0 ? `(${type})` : '';
}

async function cells(body: Buffer): Promise<string> {
	const { sheets } = await readXlsx(new Uint8Array(body));
	return sheets.flatMap(({ name, rows }) => [name, ...rows.map((row) => JSON.stringify(row))]).join('\n');
}

/** The elements of a page with their attributes in order, and their texts. */
function outline(html: string): string {
	const $ = load(html, { scriptingEnabled: false });
	$('svg.qr path').attr('d', '…');
	const lines: string[] = [];
	const walk = (node: AnyNode, depth: number): void => {
		const indent = ' '.repeat(depth);
		if (isText(node) && node.data.trim()) lines.push(indent + oneSpace(node.data));
		if (!isTag(node)) return;
		const attributes = Object.entries(node.attribs).sort(([a], [b]) => (a < b ? -1 : 1));
		lines.push(`${indent}<${[node.name, ...attributes.map(([name, value]) => `${name}="${value}"`)].join(' ')}>`);
		for (const child of node.children) walk(child, depth + 1);
	};
	for (const node of $.root().children().toArray()) walk(node, 0);
	return lines.join('\n');
}

function mask(text: string, origin: string): string {
	const ids = new Map<string, string>();
	const number = (id: string) => ids.get(id) ?? ids.set(id, `id-${ids.size + 1}`).get(id)!;
	return text
		.replaceAll(origin, 'http://town')
		.replaceAll(new URL(origin).host, 'town')
		.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, number)
		.replace(/\b[2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}\b/g, '… …')
		.replace(/([?&/]|%2F)s\/[\w-]{38}/g, '$1s/…')
		.replace(/_app\/immutable\/[\w./-]+/g, '_app/…')
		.replace(/__sveltekit_\w+/g, '__sveltekit')
		.replace(/node_ids: \[[\d, ]*\]/g, 'node_ids')
		.replace(/'sha256-[^']+'/g, "'sha256-…'")
		.replace(/\bs(velte)?-[\w]{6,13}\b(?=["\s])/g, 'svelte-…')
		.replace(/^(DTSTAMP|LAST-MODIFIED):.*$/gm, '$1:…');
}
