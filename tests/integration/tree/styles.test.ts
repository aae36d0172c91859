import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import postcss from 'postcss';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { cssTarget, flatten } from '../../../src/styles/flatten.js';

const folder = resolve('src/styles');
const read = (path: string) => readFileSync(path, 'utf8');
const filesIn = (top: string, ending: string) =>
	readdirSync(top, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => resolve(top, file));

const layers = /@layer ([^;]+);/.exec(read(`${folder}/layers.css`))![1]!.split(', ');
const entries = ['app', 'charts', 'staff'];
/** A weight as the build writes it: one `#_` for each layer below. */
const weight = /:not\((?:#_)+\)/g;
const weightsIn = (text: string) => (text.match(/#_/g) ?? []).length;

/** The import lines of an entry sheet: the file and its layer. */
const importsOf = (entry: string) =>
	[...read(`${folder}/${entry}.css`).matchAll(/^@import '(.+)' layer\((\w+)\);$/gm)].map(([, file, layer]) => ({
		file: resolve(folder, file!),
		layer: layer!
	}));

const built: Record<string, string> = {};

beforeAll(async () => {
	const input = entries.map((entry) => `${folder}/${entry}.css`);
	const result = (await build({
		configFile: false,
		logLevel: 'error',
		css: { postcss: { plugins: flatten } },
		build: { write: false, cssTarget, rolldownOptions: { input } }
	})) as Rolldown.RolldownOutput;
	for (const asset of result.output)
		if (asset.type === 'asset') built[asset.names[0]!.replace('.css', '')] = String(asset.source);
});

/** How many weights the build put on the selector of this rule. */
async function weightOf(entry: string, selector: string): Promise<number> {
	let found = -1;
	postcss.parse(built[entry]!).walkRules((rule) => {
		for (const one of rule.selectors) if (one.replaceAll(weight, '') === selector) found = weightsIn(one);
	});
	return found;
}

describe('the sheets', () => {
	it('hold every file of the folder once, in a layer that there is', () => {
		const imported = entries.flatMap(importsOf);
		const own = [...entries, 'layers'].map((name) => resolve(folder, `${name}.css`));
		const files = filesIn(folder, '.css').filter((file) => !own.includes(file));
		expect(imported.map(({ file }) => file).sort()).toEqual(files.sort());
		for (const { file, layer } of imported) {
			expect(layers, file).toContain(layer);
			const place = dirname(relative(folder, file));
			if (layers.includes(place)) expect(layer, file).toBe(place);
		}
	});

	it('are built without layers, nested rules and ranges of media, which old engines do not read', () => {
		expect(Object.keys(built).sort()).toEqual(entries);
		for (const css of Object.values(built)) expect(css).not.toMatch(/@layer|@import|&|@media[^{]*[<>]/);
	});

	it.each([
		['app', ':root[data-view=elder]', 'tokens'],
		['app', 'hr', 'base'],
		['app', '.brand', 'layout'],
		['app', '.tag', 'parts'],
		['app', '.tag.red', 'parts'],
		['app', '.print-only', 'print'],
		['charts', '.now', 'charts'],
		['staff', '.stats', 'parts']
	])('weigh by the order of the layers, the same in each sheet: %s, %s', async (entry, selector, layer) => {
		expect(await weightOf(entry, selector)).toBe(layers.indexOf(layer));
	});

	it("let a component's own rules weigh more than every layer", async () => {
		const { css } = await postcss(flatten).process('.a { .b & { color: red } }', { from: undefined });
		expect(weightsIn(css)).toBe(layers.length);
	});

	it('name no id: it would change what a layer weighs in that sheet alone', () => {
		const styles = filesIn('src', '.svelte').map((file) => /<style>([^]*)<\/style>/.exec(read(file))?.[1] ?? '');
		for (const css of [...filesIn(folder, '.css').map(read), ...styles])
			postcss.parse(css).walkRules(({ selector }) => expect(selector).not.toContain('#'));
	});
});
