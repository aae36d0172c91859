import { figures, type Figure } from '../../../src/lib/domain/figures/figure';
import { isReleased } from '../../../src/lib/domain/releases/figure-class';
import { routes } from '../crawl/routes';
import { walk } from '../crawl/walk';
import { Session } from '../session';

/** Parts of a year: its own, and ranges that end within a span of months or reach over the year's edge. */
const partsOf = (year: number) => [
	`year=${year}&quarter=2`,
	`year=${year}&month=5&compare=period-before`,
	`from=${year}-02&to=${year}-05`,
	`from=${year - 1}-11&to=${year}-02`
];

const pages = [
	'/trends',
	...['birthday-banquets', 'blood-drives', 'lectures', 'pledges', 'villages', 'figures'].map(
		(name) => `/trends/${name}`
	)
];
/** Charts of what is released. */
export const releasedCharts = [
	'held-by-month',
	'held-by-village',
	'held-by-occasion',
	'coverage-by-village',
	'guests-by-month'
];
const charts = [...releasedCharts, 'attendance-by-month', 'lectures-by-village'].map(
	(name) => `/trends/charts/${name}`
);

const ofApi = (year: number) => [
	`/reports/${year}`,
	`/api/v1/figures?year=${year}`,
	...['month', 'village', 'occasion'].map((by) => `/api/v1/trends/banquets-held?year=${year}&by=${by}`)
];

/** Addresses of figures that are open to everyone: a few of each year, from before the first to after the running one; many of two of them. */
function ofFigures(running: number): string[] {
	const years = Array.from({ length: running - 2020 }, (_, at) => 2022 + at);
	return [
		...years.flatMap((year) => [
			...[...pages, ...charts.map((chart) => `${chart}/data.csv`)].map((path) => `${path}?year=${year}`),
			...ofApi(year)
		]),
		...[2024, running].flatMap((year) => [
			...partsOf(year).flatMap((query) =>
				[...pages, ...charts.map((chart) => `${chart}/data.csv`)].map((path) => `${path}?${query}`)
			),
			...charts.flatMap((chart) => [`${chart}?year=${year}`, `${chart}/chart.svg?year=${year}`]),
			...(figures as readonly Figure[]).filter(isReleased).map(({ id }) => `/trends/figures/${id}?year=${year}`)
		])
	];
}

/** Routes that only staff, or only one household, may open. */
const closed =
	/^\/(desk|admin|door|schedule|account|feeds|preferences|refused|slip|household|s|e|sign-in|sign-out|people)(\/|$)/;
const open = routes.filter(({ path }) => !path.includes('[') && !closed.test(path)).map(({ path }) => path);

/** An app and the day of its clock. */
export interface Running {
	origin: string;
	today: string;
}

/** All addresses that are open to everyone: those of figures, and what a visitor finds from link to link. */
export async function publicAddresses({ origin, today }: Running): Promise<string[]> {
	const addresses = new Set([...open, ...ofFigures(Number(today.slice(0, 4)))]);
	const bounds = { ofOneQuery: 1, ofOneRoute: 3 };
	for await (const { path } of walk(new Session(origin), open, bounds)) if (!closed.test(path)) addresses.add(path);
	return [...addresses];
}

/**
 * What a visitor gets at each address, a few at a time, without what is new in each answer: ids of forms, the day of the app's clock, and when a
 * calendar was made. `cookies`: those of a reader who chose a language, or is signed in.
 */
export async function readAll(
	{ origin, today }: Running,
	addresses: readonly string[],
	cookies: Iterable<readonly [string, string]> = []
): Promise<Map<string, string>> {
	const answers = new Map<string, string>();
	const waiting = [...addresses];
	const read = async () => {
		const session = new Session(origin, cookies);
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			const answer = await session.get(path, { follow: false });
			answers.set(path, `${answer.status}\n${masked(answer.text(), origin, today)}`);
		}
	};
	await Promise.all(Array.from({ length: 4 }, read));
	return answers;
}

function masked(text: string, origin: string, today: string): string {
	const [year, month, day] = today.split('-').map(Number);
	return text
		.replaceAll(/\r\n[ \t]/g, '')
		.replaceAll(origin, '')
		.replaceAll(/(name="id" value=")[^"]*/g, '$1')
		.replaceAll(today, '(today)')
		.replaceAll(new RegExp(`(${year}年)?${month}月${day}日`, 'g'), '(today)')
		.replaceAll(/^(DTSTAMP|LAST-MODIFIED):.*$/gm, '$1:');
}
