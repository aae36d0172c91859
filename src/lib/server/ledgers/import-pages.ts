import { yearOf } from '$lib/domain/calendar/calendar';
import type { CellFault, CellValue, RowTexts } from '$lib/domain/ledgers/ledger-row';
import { readRow } from '$lib/domain/ledgers/ledger-row';
import { ledgerColumns, type LedgerColumn } from '$lib/domain/ledgers/ledger';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { openHost } from '../banquets/banquets';
import type { Context } from '../context';
import { findActivity } from '$lib/server/db/activities/activities';
import { findElder } from '$lib/server/db/birthdays/elders';
import { listRowsAt, type Import, type ImportRow } from '$lib/server/db/ledgers/imports';
import { findSignup } from '$lib/server/db/signups/signups';
import { findUnit, listHouseholdCounts } from '$lib/server/db/units/units';
import { openElder } from '../birthdays/elders';
import { openRowText, textsOf } from './import-reading';
import { fromLunar } from '../calendar/lunar';

/** A cell of the file (or its correction), and what was read there; null: nothing was. */
export interface ShownCell {
	column: LedgerColumn;
	text: string;
	value: CellValue | null;
}

export interface ShownRow {
	nth: number;
	state: ImportRow['state'];
	skip: ImportRow['skip'];
	isMended: boolean;
	decision: ImportRow['decision'];
	faults: CellFault[];
	cells: ShownCell[];
}

/** Rows of a draft in clear, for the cadre who decides them. */
export function showRows(ctx: Context, imported: Import, rows: readonly ImportRow[]): ShownRow[] {
	return rows.map(({ nth, state, skip, isMended, decision, faults, ...row }) => {
		const text = openRowText(ctx, row);
		const texts: RowTexts = textsOf(imported, text);
		const { values } = readRow(imported.ledger, texts, {
			year: imported.year,
			is1904: imported.is1904,
			calendar: imported.calendar,
			toSolar: fromLunar,
			isBirth: () => true
		});
		const cells = ledgerColumns[imported.ledger].flatMap((column) => {
			const cell = (texts[column] ?? '').trim();
			return cell === '' ? [] : [{ column, text: cell, value: values[column] ?? null }];
		});
		// A line that is no row shows its texts, whichever columns they are in.
		const first =
			skip === null
				? ''
				: text.cells
						.filter((one) => one.trim())
						.slice(0, 4)
						.join(' · ');
		const own: ShownCell[] = first === '' ? cells : [{ column: 'note', text: first, value: null }];
		return { nth, state, skip, isMended, decision, faults, cells: own };
	});
}

/** What a row is like, side by side: an earlier line of the file, or what is recorded, as its texts and its page. */
export interface Likened {
	nth: number | null;
	href: string | null;
	cells: ShownCell[];
}

/** For each of these rows what it is the same as or like, in their order. */
export async function findLikened(
	ctx: Context,
	imported: Import,
	rows: readonly ImportRow[]
): Promise<(Likened | null)[]> {
	const nths = rows.flatMap(({ likeNth }) => (likeNth === null ? [] : [likeNth]));
	const others = showRows(ctx, imported, await listRowsAt(ctx.db, imported.id, nths));
	return Promise.all(
		rows.map(async ({ likeNth, likeRecordId }) => {
			const line = others.find(({ nth }) => nth === likeNth);
			if (line) return { nth: line.nth, href: null, cells: line.cells };
			return likeRecordId === null ? null : showRecord(ctx, imported, likeRecordId);
		})
	);
}

async function showRecord(ctx: Context, imported: Import, recordId: string): Promise<Likened | null> {
	const cell = (column: LedgerColumn, value: CellValue | null | undefined): ShownCell[] =>
		value === null || value === undefined || value === '' ? [] : [{ column, text: '', value }];
	switch (imported.ledger) {
		case 'banquets':
		case 'dissuasions': {
			const found = await findBanquet(ctx.db, recordId);
			if (!found) return null;
			const { banquet, outcome, unit } = found;
			const { hostName, hostPhone } = openHost(ctx, banquet);
			const cells = [
				...cell('village', unit.name),
				...cell('host', hostName),
				...cell('phone', hostPhone),
				...cell('occasion', banquet.occasion),
				...cell('plannedOn', banquet.plannedOn),
				...cell('tablesPlanned', banquet.tablesPlanned),
				...cell('outcome', outcome?.outcome)
			];
			return { nth: null, href: `/desk/banquets/${recordId}`, cells };
		}
		case 'activities': {
			const found = await findActivity(ctx.db, recordId);
			if (!found) return null;
			const { kind, doneOn, subject, quantity } = found.activity;
			const cells = [
				...cell('village', found.unit.name),
				...cell('kind', kind),
				...cell('on', doneOn),
				...cell('subject', subject),
				...cell('quantity', quantity)
			];
			return { nth: null, href: `/desk/activities/${recordId}`, cells };
		}
		case 'elders': {
			const elder = await findElder(ctx.db, recordId);
			if (!elder) return null;
			const { name, birth, sex } = openElder(ctx, elder);
			const cells = [
				...cell('village', elder.unitName),
				...cell('name', name),
				...cell('sex', sex),
				...cell('birth', birth)
			];
			return { nth: null, href: `/desk/elders/${recordId}`, cells };
		}
		case 'signups': {
			const found = await findSignup(ctx.db, recordId);
			if (!found) return null;
			const name = ctx.keys.open(found.signup.nameSealed, 'signups.name', recordId);
			const cells = [...cell('name', name), ...cell('people', found.signup.partySize)];
			return { nth: null, href: `/desk/signups/${recordId}`, cells };
		}
		case 'households': {
			const [unitId = '', fromOn = ''] = recordId.split(':');
			const [unit, counts] = await Promise.all([findUnit(ctx.db, unitId), listHouseholdCounts(ctx.db, unitId)]);
			const households = counts.find((count) => count.fromOn === fromOn)?.households;
			const cells = [...cell('village', unit?.name), ...cell('fromOn', fromOn), ...cell('households', households)];
			return { nth: null, href: null, cells };
		}
	}
}

/** The years a file's dates may be of: those the town can have ledgers of, the newest first. */
export function yearsOf(ctx: Context): number[] {
	const newest = yearOf(ctx.today()) + 1;
	return Array.from({ length: 12 }, (_, back) => newest - back);
}
