import { parseBirthText, sayCalendar, type WrittenBirth } from '$lib/domain/birth-text';
import { mostCompanions, mostImported, type BirthDate, type Calendar } from '$lib/domain/elder';
import {
	dietInList,
	mobilityInList,
	readElderTable,
	readWord,
	sexInList,
	yesInList,
	type ElderCells,
	type ElderTable
} from '$lib/domain/elder-list';
import { isDate } from '$lib/domain/calendar';
import { normalizeName } from '$lib/domain/person-name';
import { normalizePhone } from '$lib/domain/phone';
import type { Result } from '$lib/domain/result';
import type { Context } from './context';
import { findVillagesOf, insertElder, listKnownPersons } from './db/elders';
import { listUnits } from './db/units';
import { isBirthPossible, personIndexOf, sealElder, type ElderFacts } from './elders';
import { put, stampOf } from './put';
import { mayActFor } from './rights';
import { readSheetFile, type SheetRefusal } from './sheet-file';

/** A line of the file under its own id, which becomes the elder's. `isLeftOut`: somebody said not to take it. */
export interface ElderLine {
	id: string;
	cells: ElderCells;
	isLeftOut: boolean;
}

/** What is wrong with a line; `calendar-unsaid` waits for an answer, the duplicates are left out by themselves. */
export const lineFaults = [
	'name-missing',
	'name-wrong',
	'sex-wrong',
	'birth-missing',
	'birth-wrong',
	'calendar-unsaid',
	'group-unknown',
	'phone-wrong',
	'mobility-wrong',
	'diet-wrong',
	'companions-wrong'
] as const;
export type LineFault = (typeof lineFaults)[number];

/** What a line becomes: an elder, one that is there already (on the roll, or higher up in the file), nothing, or what is wrong. */
export type ReadLine = ElderLine &
	(
		| { state: 'new'; facts: ElderFacts }
		| { state: 'known'; facts: ElderFacts }
		| { state: 'double'; facts: ElderFacts; as: number }
		| { state: 'left-out' }
		| { state: 'wrong'; faults: LineFault[] }
	);

export interface ImportQuestion {
	villageId: string;
	/** How to take birth dates of which the file does not say the calendar; null: not answered yet. */
	calendar: Calendar | null;
	lines: readonly ElderLine[];
}

/** Reads an uploaded workbook into the lines of a roll. Nothing is written. */
export async function readElderFile(
	ctx: Context,
	bytes: Uint8Array
): Promise<
	Result<
		{ table: ElderTable; lines: ElderLine[] },
		SheetRefusal | 'list-without-heading' | 'list-empty' | 'list-too-long'
	>
> {
	const file = await readSheetFile(bytes);
	if (!file.ok) return file;
	const table = readElderTable(file.sheets[0]!.lines);
	if (!table) return { ok: false, refusal: 'list-without-heading' };
	if (table.rows.length === 0) return { ok: false, refusal: 'list-empty' };
	if (table.rows.length > mostImported) return { ok: false, refusal: 'list-too-long' };
	const inHeading = sayCalendar(table.birthHeading);
	const lines = table.rows.map((cells) => ({
		id: ctx.newId(),
		cells: inHeading && !cells.calendar ? { ...cells, calendar: inHeading === 'lunar' ? '农历' : '公历' } : cells,
		isLeftOut: false
	}));
	return { ok: true, table, lines };
}

/** What every line would become. Nothing is written. */
export async function checkElderLines(
	ctx: Context,
	{ villageId, calendar, lines }: ImportQuestion
): Promise<ReadLine[]> {
	const groups = await listUnits(ctx.db, villageId, ['group']);
	const read = lines.map((line) =>
		line.isLeftOut ? null : readLine(ctx, line.cells, { villageId, calendar, groups })
	);
	const indexes = read.map((facts) => facts && !Array.isArray(facts) && personIndexOf(ctx, { villageId, ...facts }));
	const known = await listKnownPersons(
		ctx.db,
		indexes.filter((index) => typeof index === 'string')
	);
	return lines.map((line, at) => {
		const facts = read[at]!;
		if (facts === null) return { ...line, state: 'left-out' };
		if (Array.isArray(facts)) return { ...line, state: 'wrong', faults: facts };
		const first = indexes.indexOf(indexes[at]!);
		if (first < at) return { ...line, state: 'double', facts, as: first + 1 };
		return { ...line, state: known.has(indexes[at] as string) ? 'known' : 'new', facts };
	});
}

/**
 * Puts the new people of a list on a village's roll, all or none, by its staff. Who is there already or twice in the list is left out; a line
 * that cannot be read stops everything. Out: how many were added.
 */
export async function importElders(
	ctx: Context,
	{ id, ...question }: ImportQuestion & { id: string }
): Promise<
	Result<{ added: number }, 'not-your-unit' | 'unit-not-a-village' | 'lines-wrong' | 'elder-already-on-roll'>
> {
	const { villageId } = question;
	if (!(await mayActFor(ctx, villageId))) return { ok: false, refusal: 'not-your-unit' };
	if ((await findVillagesOf(ctx.db, [villageId])).get(villageId) !== villageId)
		return { ok: false, refusal: 'unit-not-a-village' };
	const lines = await checkElderLines(ctx, question);
	if (lines.some(({ state }) => state === 'wrong')) return { ok: false, refusal: 'lines-wrong' };
	const added = lines.filter((line) => line.state === 'new');
	const stamp = stampOf(ctx);
	const written = await put(
		ctx,
		{
			...{ id, verb: 'importElders', subject: { type: 'unit', id: villageId }, unitId: villageId },
			detail: { lines: lines.length, added: added.length }
		},
		added.map(({ id: elderId, facts }) =>
			insertElder(ctx.db, { ...sealElder(ctx, elderId, facts, villageId), id: elderId, ...stamp })
		),
		{ 'elders.person_index': 'elder-already-on-roll', 'elders.id': 'elder-already-on-roll' }
	);
	return written.ok ? { ok: true, added: added.length } : written;
}

function readLine(
	ctx: Context,
	cells: ElderCells,
	{
		villageId,
		calendar,
		groups
	}: { villageId: string; calendar: Calendar | null; groups: { id: string; name: string }[] }
): ElderFacts | LineFault[] {
	const faults: LineFault[] = [];
	const must = <V>(value: V | null, fault: LineFault): V => {
		if (value === null) faults.push(fault);
		return value as V;
	};
	const phoneOf = (cell: string) => (cell ? must(normalizePhone(cell), 'phone-wrong') : null);
	const companions = cells.companions.normalize('NFKC').replace(/[^\d]/g, '') || '0';
	const facts: ElderFacts = {
		name: must(cells.name ? normalizeName(cells.name) : null, cells.name ? 'name-wrong' : 'name-missing'),
		sex: must(cells.sex ? readWord(cells.sex, sexInList, 'female') : null, 'sex-wrong'),
		birth: readBirthCell(cells, calendar, ctx.today(), faults),
		unitId: cells.group ? must(findGroup(cells.group, groups), 'group-unknown') : villageId,
		phone: phoneOf(cells.phone),
		relativePhone: phoneOf(cells.relativePhone),
		mobility: must(readWord(cells.mobility, mobilityInList, 'walks'), 'mobility-wrong'),
		needsTransport: readWord(cells.transport, yesInList, 'no') === 'yes',
		pickUpPoint: cells.pickUpPoint.slice(0, 30),
		diet: must(readWord(cells.diet, dietInList, 'any'), 'diet-wrong'),
		companions: must(Number(companions) <= mostCompanions ? Number(companions) : null, 'companions-wrong'),
		photoConsent: cells.photo ? (readWord(cells.photo, yesInList, 'no') ?? 'unasked') : 'unasked'
	};
	return faults.length > 0 ? [...new Set(faults)] : facts;
}

/** The calendar is what the cell itself says, else its column, else the answer for the whole file; never a guess. */
function readBirthCell(cells: ElderCells, answer: Calendar | null, today: string, faults: LineFault[]): BirthDate {
	const written = parseBirthText(cells.birth);
	if (!written) faults.push(cells.birth ? 'birth-wrong' : 'birth-missing');
	else {
		const calendar = written.calendar ?? sayCalendar(cells.calendar) ?? answer;
		const birth = calendar && birthOf(written, calendar);
		if (birth && isBirthPossible(birth, today)) return birth;
		faults.push(calendar === null ? 'calendar-unsaid' : 'birth-wrong');
	}
	return { calendar: 'solar', on: today };
}

function birthOf({ year, month, day, isLeap }: WrittenBirth, calendar: Calendar): BirthDate | null {
	if (calendar === 'lunar') return { calendar, year, month, day, isLeap };
	const on = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
	return isDate(on) && !isLeap ? { calendar, on } : null;
}

/** A group by what the file calls it: 三星村一组, 一组, 1组, 一社, 1. */
function findGroup(cell: string, groups: { id: string; name: string }[]): string | null {
	const bare = plainGroup(cell);
	return groups.find(({ name }) => plainGroup(name) === bare || plainGroup(name).endsWith(bare))?.id ?? null;
}

const numerals = '〇一二三四五六七八九十';

const plainGroup = (name: string) =>
	name
		.normalize('NFKC')
		.replace(/\s|第|村民小组|小组|组|社$/gu, '')
		.replace(/^.*?村|^.*?社区/u, '')
		.replace(/\d+/g, (digits) => (Number(digits) <= 10 ? numerals[Number(digits)]! : digits));
