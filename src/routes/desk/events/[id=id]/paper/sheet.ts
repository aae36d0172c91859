import { findVillage, isOutside, readPasted } from '$lib/domain/signups/pasted-list';
import { villageKinds } from '$lib/domain/units/unit';
import { isBlank, mostRows, readTypedRows, unknownVillage, type TypedRow } from '$lib/forms/signups/paper';
import { outside } from '$lib/forms/signups/signup';
import type { Context } from '$lib/server/context';
import { keepContents } from '$lib/server/form-digest';
import { listUnits } from '$lib/server/db/units/units';
import { namedUnits } from '$lib/server/units/named-units';
import type { ErrorCode } from '$lib/ui/elements/error-words';
import type { CheckedList } from './check-list';

/** The sheet as it was sent, and as the page shows it again. */
export interface Sheet {
	id: string;
	slotId: string;
	rows: TypedRow[];
	pasted: string;
	/** Names of pasted lines for which the table had no room. */
	leftOut: string[];
	checked: CheckedList | null;
	checkedAs: string;
	errors: Record<string, ErrorCode>;
}

/** What was typed: `rows` without the blank ones at the end, `pasted` as text. A village written by name is found. */
export async function readSheet(ctx: Context, sent: FormData): Promise<Sheet> {
	const typed = readTypedRows(sent);
	const isNamed = typed.some(({ villageId }) => isName(villageId));
	const placed = isNamed ? placeIn(await listVillages(ctx)) : null;
	const place = (row: TypedRow) =>
		placed && isName(row.villageId) ? { ...row, villageId: placed(row.villageId) } : row;
	const [id, slotId] = [String(sent.get('id') ?? ''), String(sent.get('slotId') ?? '')];
	const rows = typed.map(place);
	keepContents(sent, {
		id,
		slotId,
		rows: rows.filter((row) => !isBlank(row)).map((row) => ({ ...row, id: undefined }))
	});
	return {
		id,
		slotId,
		rows,
		pasted: String(sent.get('pasted') ?? ''),
		leftOut: [],
		checked: null,
		checkedAs: '',
		errors: {}
	};
}

/** Empty rows to type into, of the village of the last one. */
export const blanks = (ctx: Context, count: number, villageId = ''): TypedRow[] =>
	Array.from({ length: count }, () => ({ id: ctx.newId(), name: '', phone: '', villageId, people: '' }));

/** The same sheet with `count` more rows, up to `mostRows`. */
export const withBlanks = (ctx: Context, sheet: Sheet, count: number): Sheet => ({
	...sheet,
	rows: [...sheet.rows, ...blanks(ctx, count, sheet.rows.at(-1)?.villageId)].slice(0, mostRows)
});

/** The same sheet to be sent anew, where its ids were used before: as an act of its own, and parties of their own. */
export const renewed = (ctx: Context, sheet: Sheet): Sheet => ({
	...sheet,
	id: ctx.newId(),
	rows: sheet.rows.map((row) => ({ ...row, id: ctx.newId() }))
});

/** Pasted lines become lines of the table while there is room; the rest stays as text, to paste later. An unknown village stays to be chosen. */
export async function pasteInto(ctx: Context, sheet: Sheet): Promise<Sheet> {
	const placed = placeIn(await listVillages(ctx));
	const { heading, rows } = readPasted(sheet.pasted);
	const room = mostRows - sheet.rows.length;
	const left = rows.slice(room);
	const pasted = rows.slice(0, room).map(({ village, name, phone, people }) => ({
		id: ctx.newId(),
		name,
		phone,
		people,
		villageId: placed(village)
	}));
	return {
		...sheet,
		leftOut: left.map(({ name }) => name),
		pasted:
			left.length > 0 ? [heading, ...left.map(({ line }) => line)].filter((line) => line !== null).join('\n') : '',
		rows: [...sheet.rows, ...pasted, ...blanks(ctx, 3)].slice(0, mostRows)
	};
}

/** The parties of a checked sheet; the id of its first row is a party's own. */
export const partiesOf = (rows: TypedRow[], checked: CheckedList) =>
	checked.parties.map(({ rows: at, name, phone, villageId, people, companions }) => ({
		id: rows[at[0]!]!.id,
		name,
		phone,
		villageId,
		partySize: people,
		companions
	}));

const isName = (cell: string) =>
	!/^([0-9a-f-]{36})?$/.test(cell) && cell !== outside && !cell.startsWith(unknownVillage);

/** Which village a written cell means; an unknown one stays to be chosen. */
const placeIn = (villages: Awaited<ReturnType<typeof listVillages>>) => (cell: string) =>
	findVillage(villages, cell)?.id ?? (isOutside(cell) ? outside : cell === '' ? '' : unknownVillage + cell);

/** The villages and communities of the town. */
export async function listVillages(ctx: Context) {
	const root = await ctx.rootUnit();
	const villages = root ? await listUnits(ctx.db, root.id, villageKinds) : [];
	return namedUnits(villages);
}
