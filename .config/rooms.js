// The rooms of the house: which folder of a floor may use which others of the same floor. A room may use any room of the floors below it.
// Arrows run one way: no two rooms use each other. docs/ARCHITECTURE.md prints this table, a test holds the two together.

import { dirname, join } from 'node:path';

/**
 * Floor → room → the rooms it uses. A file beside the rooms is for all of them, and so uses none.
 * @type {Record<string, Record<string, string[]>>}
 */
export const rooms = {
	'src/lib/ui': {
		calendar: [],
		elements: [],
		people: [],
		units: ['elements'],
		audit: ['calendar', 'elements', 'units'],
		blood: ['calendar'],
		events: ['calendar', 'elements'],
		messages: ['calendar', 'elements', 'units'],
		pledges: ['calendar', 'elements', 'units'],
		shifts: ['calendar', 'elements', 'units'],
		signups: ['elements'],
		activities: ['audit', 'calendar', 'cases', 'elements'],
		banquets: ['audit', 'calendar', 'elements'],
		birthdays: ['audit', 'calendar'],
		cases: ['audit'],
		figures: ['activities', 'banquets', 'calendar', 'cases', 'elements', 'units'],
		lectures: ['elements'],
		reviews: ['calendar', 'elements', 'figures', 'units'],
		targets: ['calendar', 'elements', 'figures', 'units'],
		ledgers: [
			'activities',
			'audit',
			'banquets',
			'birthdays',
			'cases',
			'elements',
			'events',
			'figures',
			'pledges',
			'targets',
			'units'
		]
	},
	'src/lib/server': {
		audit: [],
		calendar: [],
		figures: [],
		people: [],
		activities: ['audit', 'figures', 'people'],
		banquets: ['audit', 'people'],
		cases: ['audit', 'people'],
		messages: ['people'],
		pledges: ['figures', 'people'],
		releases: ['figures', 'people'],
		reviews: ['figures', 'people', 'releases'],
		shifts: ['people'],
		targets: ['figures', 'people'],
		units: ['people'],
		desk: ['people', 'targets'],
		events: ['calendar', 'people', 'shifts'],
		birthdays: ['audit', 'calendar', 'events', 'figures', 'people'],
		blood: ['events', 'figures', 'people'],
		lectures: ['events', 'figures', 'people'],
		ledgers: ['banquets', 'birthdays', 'calendar', 'cases', 'figures', 'people', 'releases', 'targets'],
		'village-changes': ['banquets', 'birthdays', 'units'],
		signups: ['blood', 'people'],
		'check-in': ['people', 'signups']
	},
	'src/lib/server/db': {
		rules: [],
		units: ['rules'],
		blood: [],
		activities: ['figures', 'units'],
		audit: ['units'],
		events: ['units'],
		people: ['units'],
		pledges: ['units'],
		shifts: ['units'],
		banquets: ['pledges', 'units'],
		cases: ['units'],
		'check-in': ['events', 'shifts', 'signups'],
		desk: ['banquets', 'units'],
		figures: ['pledges', 'rules', 'units'],
		messages: ['events', 'units'],
		birthdays: ['audit', 'units'],
		lectures: ['units'],
		ledgers: ['banquets', 'figures', 'pledges', 'units'],
		releases: ['units'],
		reviews: ['figures', 'units'],
		signups: ['events', 'messages', 'units'],
		targets: ['figures', 'units']
	},
	'src/lib/server/db/schema': {
		audit: [],
		rules: [],
		units: [],
		activities: ['units'],
		cases: ['units'],
		events: ['units'],
		figures: ['units'],
		ledgers: ['units'],
		people: ['units'],
		pledges: ['units'],
		reviews: ['units'],
		releases: ['reviews', 'units'],
		targets: ['units'],
		banquets: ['pledges', 'units'],
		birthdays: ['events', 'units'],
		lectures: ['events', 'signups'],
		shifts: ['events', 'people'],
		signups: ['events', 'units'],
		blood: ['events', 'signups'],
		'check-in': ['events', 'signups'],
		messages: ['signups']
	},
	'src/lib/forms': {
		activities: [],
		banquets: [],
		birthdays: [],
		blood: [],
		cases: [],
		events: [],
		lectures: [],
		ledgers: [],
		messages: [],
		people: [],
		pledges: [],
		reviews: [],
		shifts: [],
		signups: [],
		targets: [],
		units: [],
		'check-in': ['signups']
	},
	'src/lib/domain': {
		calendar: [],
		files: [],
		lectures: [],
		messages: [],
		shifts: [],
		signups: [],
		units: [],
		cases: ['calendar'],
		activities: ['calendar', 'cases'],
		banquets: ['calendar'],
		birthdays: ['calendar'],
		blood: ['calendar'],
		'check-in': ['calendar'],
		people: ['calendar'],
		events: ['calendar', 'files', 'people'],
		figures: ['activities', 'birthdays', 'calendar', 'cases', 'events', 'units'],
		ledgers: ['activities', 'banquets', 'birthdays', 'calendar', 'cases', 'people', 'units'],
		pledges: ['figures'],
		releases: ['activities', 'calendar', 'events', 'figures'],
		reviews: ['activities', 'calendar', 'figures'],
		targets: ['calendar', 'figures']
	}
};

// The deepest floor first: the schema lies inside db, and db inside server.
const floors = Object.keys(rooms).sort((a, b) => b.length - a.length);

/**
 * Where a path (from the project's root) lies: its floor, and its room, which is '' beside the rooms. Null outside of the house.
 * @param {string} path
 */
export function roomOf(path) {
	const floor = floors.find((folder) => path.startsWith(`${folder}/`));
	if (floor === undefined) return null;
	const [room = '', ...rest] = path.slice(floor.length + 1).split('/');
	return { floor, room: rest.length > 0 ? room : '' };
}

/**
 * What is wrong with an import, by the table; null where nothing is.
 * @param {string} from the importing file, from the project's root
 * @param {string} source what it names
 */
export function faultOf(from, source) {
	const here = roomOf(from);
	const there = roomOf(pathOf(from, source));
	if (here && here.room !== '' && rooms[here.floor]?.[here.room] === undefined)
		return `${here.floor} has no room "${here.room}": the nouns are those of .config/rooms.js.`;
	if (!here || !there || here.floor !== there.floor || here.room === there.room || there.room === '') return null;
	if (here.room === '') return `What lies beside the rooms is for all of them: it uses none, not even ${there.room}.`;
	if (rooms[here.floor]?.[here.room]?.includes(there.room)) return null;
	return `On this floor ${here.room} does not use ${there.room} (.config/rooms.js): put the code where both may use it, or pass it in.`;
}

/**
 * @param {string} from
 * @param {string} source
 */
function pathOf(from, source) {
	if (source.startsWith('$lib/')) return source.replace('$lib', 'src/lib');
	return source.startsWith('.') ? join(dirname(from), source).replaceAll('\\', '/') : source;
}

/** The table as a lint rule. */
export const roomRule = {
	meta: { type: /** @type {const} */ ('problem'), schema: [] },
	/** @param {import('eslint').Rule.RuleContext} context */
	create(context) {
		const [from] = /src\/.*$/.exec(context.filename.replaceAll('\\', '/')) ?? [''];
		/** @param {{ source?: unknown }} node */
		const check = (node) => {
			const source = /** @type {{ value?: unknown } | null | undefined} */ (node.source)?.value;
			const fault = typeof source === 'string' ? faultOf(from, source) : null;
			if (fault) context.report({ node: /** @type {import('eslint').Rule.Node} */ (node), message: fault });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check,
			TSImportType: check
		};
	}
};

/** The table as Markdown, for docs/ARCHITECTURE.md. */
export const roomTable = () =>
	Object.entries(rooms)
		.map(([floor, uses]) =>
			[
				`**\`${floor}\`**`,
				'',
				...Object.entries(uses).map(([room, others]) => `- ${room}${others.length ? ` → ${others.join(', ')}` : ''}`)
			].join('\n')
		)
		.join('\n\n');
