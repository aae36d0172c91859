import { isBlank } from '$lib/domain/ledgers/sheets/blank-cells.js';
import { readRow, type RowTexts } from '$lib/domain/ledgers/ledger-row';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import { isThereOn } from '$lib/domain/ledgers/unit-past';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { listRowsAt, type ImportRow, type RowReadingResult } from '$lib/server/db/ledgers/import-rows';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { openReading, type ImportReading } from './import-reading';
import { refused, type ParsedRow } from './import-row';
import { ledgerServices } from './ledger-services';
import { aboveOf, openRowText, sealNote, textsOf } from './row-text';
import { dayOfRow, findRowUnit, type ImportUnits, type RowDay } from './row-units';

/** What the rows of an import are read by. */
interface Reader {
	ctx: Context;
	imported: Import;
	units: ImportUnits;
	reading: ImportReading;
	/** The texts of the lines that blank cells refer to. */
	textsAt: ReadonlyMap<number, RowTexts>;
}

/** What some rows of an import become. Nothing is written. */
export async function readRows(
	ctx: Context,
	imported: Import,
	units: ImportUnits,
	rows: readonly ImportRow[]
): Promise<RowReadingResult[]> {
	const texts = rows.map((row) => openRowText(ctx, row));
	const named = [...new Set(texts.flatMap((text) => Object.values(text.above ?? {})))];
	const above = named.length === 0 ? [] : await listRowsAt(ctx.db, imported.id, named);
	const textsAt = new Map(above.map((row) => [row.nth, textsOf(imported, openRowText(ctx, row))]));
	const reader: Reader = { ctx, imported, units, reading: await openReading(ctx, imported), textsAt };
	const parsed = rows.map((row, at) => parse(reader, row, texts[at]!));
	const read = await ledgerServices[imported.ledger].read(
		ctx,
		imported,
		parsed.filter((row) => row !== null)
	);
	return rows.map(({ nth, revision, recordId }, at) => {
		if (parsed[at] === null) return { ...refused([]), nth, revision, skip: 'empty' };
		const { record, ...result } = read.shift()!;
		const noteSealed = record && sealNote(ctx, imported, recordId, texts[at]!);
		return { ...result, record: record && { ...record, noteSealed }, nth, revision, skip: null };
	});
}

/** Null: a line in which no column says anything, such as one with its running number alone. */
function parse(reader: Reader, row: ImportRow, text: ReturnType<typeof openRowText>): ParsedRow | null {
	const { imported, reading } = reader;
	const texts = textsOf(imported, text);
	const spread = imported.columns.filter((_, at) => text.spread.includes(at));
	const isEmpty = ledgerDefinitions[imported.ledger].columns.every(
		(column) => isBlank(texts[column] ?? '') || spread.includes(column)
	);
	if (isEmpty) return null;
	const { values, faults } = readRow(imported.ledger, texts, reading.of(row.nth), text.sure);
	const unit = unitOf(reader, row.nth, {
		texts,
		above: aboveOf(imported, text),
		day: dayOfRow(imported, values, reader.ctx.today())
	});
	if ('faults' in unit)
		faults.unshift(...unit.faults.filter((one) => !faults.some(({ column }) => column === one.column)));
	const unitIds = 'faults' in unit ? { unitId: null, villageId: null } : unit;
	const own = reader.units.all.byId.get(unitIds.unitId ?? '');
	const isThere = (on: string) => own === undefined || isThereOn(own, on);
	return { nth: row.nth, recordId: row.recordId, texts, values, faults, ...unitIds, isThere };
}

/**
 * The unit of a row. Where its village or group is blank and a line above names one, a cadre is asked whether it is the same there, unless
 * that makes no difference.
 */
function unitOf(
	{ units, imported, reading, textsAt }: Reader,
	nth: number,
	{ texts, above, day }: { texts: RowTexts; above: Partial<Record<'village' | 'group', number>>; day: RowDay | null }
): { unitId: string | null; villageId: string | null } | { faults: CellFault[] } {
	const find = (own: RowTexts) => findRowUnit(imported, units, own, { unnamed: reading.villageOf(nth), day });
	const plain = find(texts);
	const asked: CellFault[] = [];
	let proposed = texts;
	for (const column of ['village', 'group'] as const) {
		const from = above[column];
		const there = from === undefined ? undefined : textsAt.get(from);
		if (from === undefined || !there || isBlank(there[column] ?? '')) continue;
		const isElsewhere = column === 'group' && !isSameVillage(proposed, there);
		const filled = { ...proposed, [column]: there[column]! };
		const unit = find(filled);
		if (isElsewhere || isSameUnit(unit, find(proposed))) continue;
		proposed = filled;
		asked.push({ column, fault: 'same-as-above', above: from });
	}
	if (asked.length > 0) return { faults: asked };
	return 'fault' in plain ? { faults: [plain.fault] } : plain;
}

const isSameVillage = (one: RowTexts, other: RowTexts) =>
	isBlank(one.village ?? '') || isBlank(other.village ?? '') || one.village!.trim() === other.village!.trim();

const isSameUnit = (one: ReturnType<typeof findRowUnit>, other: ReturnType<typeof findRowUnit>) =>
	'fault' in one
		? 'fault' in other && one.fault.fault === other.fault.fault
		: !('fault' in other) && one.unitId === other.unitId;
