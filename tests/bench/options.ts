import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/boot/install.js';

export const sectionNames = ['reading', 'rush', 'weight', 'memory', 'long', 'start', 'growth'] as const;
export type SectionName = (typeof sectionNames)[number];

export const usage = `Usage: npm run bench -- [options]
  --only A,B       sections: ${sectionNames.join(', ')}
  --json           one line of JSON on stdout, nothing else; use npm run -s bench -- --json
  --app FOLDER     another checkout that is built; twice: the second is measured beside the first in reading and rush
  --against URL    a running instance with the demo's accounts; without what needs its process or its data
  --seconds N      of one measurement (2)      --rounds N  measurements of each target (5)
  --warm N         seconds before (5)          --minutes N of mixed load for the memory (1)
  --crowds A,B     people at once in a rush (20,300)
  --records N      of the grown town, and as many sign-ups (100000), in --villages N (400)
  --rows N         of the import (20000)
  --pages N        of a reader, for growth and weight (all)
  --profile        also writes what the app's CPU was spent on`;

/** What the command line asks for. */
export type Options = ReturnType<typeof readOptions>;

/** The command line cannot be understood. */
export class OptionsError extends Error {}

/** Throws OptionsError. */
export function readOptions(args: string[]) {
	const { values } = parse(args);
	const only = values.only?.split(',') ?? sectionNames;
	const unknown = only.filter((name) => !sectionNames.some((known) => known === name));
	if (unknown.length > 0) throw new OptionsError(`Unknown section: ${unknown.join(', ')}`);
	return {
		/** In their own order: later ones may ask for what earlier ones have started. */
		only: sectionNames.filter((name) => only.includes(name)),
		isJson: values.json,
		folders: values.app.map((folder) => resolve(folder)),
		against: values.against ?? null,
		plan: { warm: Number(values.warm), seconds: Number(values.seconds), rounds: Number(values.rounds) },
		crowds: values.crowds.split(',').map(Number),
		minutes: Number(values.minutes),
		villages: Number(values.villages),
		records: Number(values.records),
		rows: Number(values.rows),
		pages: Number(values.pages),
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

const known = {
	only: { type: 'string' },
	json: { type: 'boolean', default: false },
	app: { type: 'string', multiple: true, default: [projectRoot] as string[] },
	against: { type: 'string' },
	seconds: { type: 'string', default: '2' },
	rounds: { type: 'string', default: '5' },
	warm: { type: 'string', default: '5' },
	crowds: { type: 'string', default: '20,300' },
	minutes: { type: 'string', default: '1' },
	villages: { type: 'string', default: '400' },
	records: { type: 'string', default: '100000' },
	rows: { type: 'string', default: '20000' },
	pages: { type: 'string', default: 'Infinity' },
	profile: { type: 'boolean', default: false }
} as const;
