import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/boot/install.js';

/** The checkout that the bench is part of. It is built when that is due. */
export const ownFolder = resolve(projectRoot);

/** In the order in which they run: later ones may ask for what earlier ones have started. Memory fills the grown town further, so it is last. */
export const sectionNames = ['reading', 'rush', 'weight', 'long', 'start', 'growth', 'memory'] as const;
export type SectionName = (typeof sectionNames)[number];

/** What needs the app's own process or data. */
const own: readonly SectionName[] = ['memory', 'long', 'start', 'growth'];

export const usage = `Usage: npm run bench -- [options]
  --only A,B       sections: ${sectionNames.join(', ')}
  --json           one line of JSON on stdout, nothing else; use npm run -s bench -- --json
  --app FOLDER     another checkout that is built; twice: the second is measured beside the first in reading and rush
  --against URL    a running instance with the demo's accounts and roomy limits, without TLS; without what needs its process or its data
  --seconds N      of one measurement (2)      --rounds N  measurements of each target (5)
  --warm N         seconds before (5)          --minutes N of mixed load for the memory (1)
  --crowds A,B     people at once in a rush (20,300)
  --records N      of the grown town, and as many sign-ups (100000), in --villages N (400)
  --rows N         of the import (20000)
  --pages N        of a reader, for growth and weight (all)
  --profile        also writes what the app's CPU was spent on
  --help           prints this`;

/** What the command line asks for. */
export type Options = ReturnType<typeof readOptions>;

/** The command line cannot be understood. The message says what to write instead. */
export class OptionsError extends Error {}

/** Throws OptionsError. */
export function readOptions(args: string[]) {
	const { values } = parse(args);
	const [only, against] = [values.only?.split(','), addressOf(values.against)];
	const asked = only?.map(sectionOf) ?? sectionNames.filter((name) => against === null || !own.includes(name));
	const unmeasured = against === null ? undefined : asked.find((name) => own.includes(name));
	if (unmeasured) throw new OptionsError(`--against cannot measure ${unmeasured}: it needs the app's process and data`);
	return {
		isHelp: values.help,
		only: sectionNames.filter((name) => asked.includes(name)),
		isJson: values.json,
		folders: values.app.map(folderOf),
		against,
		plan: {
			warm: numberOf('--warm', values.warm, { least: 0 }),
			seconds: numberOf('--seconds', values.seconds, { least: 0.01 }),
			rounds: wholeOf('--rounds', values.rounds, 1)
		},
		crowds: values.crowds.split(',').map((crowd) => wholeOf('--crowds', crowd, 1)),
		minutes: numberOf('--minutes', values.minutes, { least: 0.01 }),
		/** The demo has four, and those that are added hold the records. */
		villages: wholeOf('--villages', values.villages, 5),
		/** With fewer there would be no event among them. */
		records: wholeOf('--records', values.records, 100),
		rows: wholeOf('--rows', values.rows, 1),
		pages: values.pages === 'all' ? ('all' as const) : wholeOf('--pages', values.pages, 1),
		isProfiled: values.profile
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({ args, options: known });
	} catch (error) {
		throw new OptionsError((error as Error).message);
	}
}

function sectionOf(text: string): SectionName {
	const found = sectionNames.find((name) => name === text);
	if (!found) throw new OptionsError(`--only takes some of ${sectionNames.join(', ')}, not "${text}"`);
	return found;
}

function numberOf(option: string, text: string, { least, isWhole = false }: { least: number; isWhole?: boolean }) {
	const value = text.trim() === '' ? NaN : Number(text);
	if (Number.isFinite(value) && value >= least && (!isWhole || Number.isInteger(value))) return value;
	throw new OptionsError(`${option} takes a ${isWhole ? 'whole ' : ''}number of at least ${least}, not "${text}"`);
}

const wholeOf = (option: string, text: string, least: number) => numberOf(option, text, { least, isWhole: true });

function folderOf(text: string): string {
	const folder = resolve(text);
	if (folder === ownFolder || existsSync(join(folder, 'build/.stamp'))) return folder;
	throw new OptionsError(`--app takes a checkout that is built: run npm run build in ${folder}`);
}

function addressOf(text: string | undefined): string | null {
	if (text === undefined) return null;
	if (URL.canParse(text) && new URL(text).protocol === 'http:') return new URL(text).origin;
	throw new OptionsError(`--against takes an address such as http://127.0.0.1:3000, without TLS, not "${text}"`);
}

const known = {
	only: { type: 'string' },
	json: { type: 'boolean', default: false },
	app: { type: 'string', multiple: true, default: [ownFolder] as string[] },
	against: { type: 'string' },
	seconds: { type: 'string', default: '2' },
	rounds: { type: 'string', default: '5' },
	warm: { type: 'string', default: '5' },
	crowds: { type: 'string', default: '20,300' },
	minutes: { type: 'string', default: '1' },
	villages: { type: 'string', default: '400' },
	records: { type: 'string', default: '100000' },
	rows: { type: 'string', default: '20000' },
	pages: { type: 'string', default: 'all' },
	profile: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false }
} as const;
