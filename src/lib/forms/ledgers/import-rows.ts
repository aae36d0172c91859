import * as v from 'valibot';
import { rowDecisions, rowStates } from '$lib/domain/ledgers/import';
import { isQuestion, rowFaults } from '$lib/domain/ledgers/row-faults';
import type { RowTexts } from '$lib/domain/ledgers/ledger-row';
import { ledgerDefinitions, type Ledger, type LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { id } from '../fields';
import { importColumnsForm } from './import';

/** The texts of a form by field name, of which there is one a column or a row. */
type Fields = Record<string, unknown>;

/**
 * All that is typed and chosen about a draft, whichever button sends it: nothing typed is lost. Each part is an act of its own: corrected texts
 * and rows to leave out (`id`), blank cells (`runsId`), decisions about rows (`decisionsId`), and which column is which with what holds for all
 * rows (`columnsId`). `isReadAgain`: what is wrong is to be read again, also without a change; of `columns`, every row.
 */
export const importSettleForm = ({ ledger, headings }: { ledger: Ledger; headings: readonly string[] }) =>
	v.pipe(
		v.looseObject({ id, runsId: id, decisionsId: id, columnsId: id, ...importColumnsForm.entries }),
		v.transform(({ id, runsId, decisionsId, columnsId, year, villageId, calendar, ...fields }) => ({
			texts: { id, ...readTexts(fields, ledger) },
			isReadAgain: fields.again === 'yes',
			runs: { id: runsId, ...readRuns(fields, ledger) },
			decisions: { id: decisionsId, decisions: readDecisions(fields) },
			columns: {
				id: columnsId,
				isReadAgain: fields.columns === 'yes',
				...{ year, villageId, calendar },
				columns: headings.map((_, at) => findColumn(ledger, fields[`column.${at}`]))
			},
			show: rowStates.find((one) => one === fields.show) ?? null
		}))
	);

/** Whether blank cells below a village or group (`run.village.7`, by the line above them) say the same; `every`: the same for all others. */
function readRuns(fields: Fields, ledger: Ledger) {
	return {
		answers: Object.entries(fields).flatMap(([name, value]) => {
			const [kind, named, line] = name.split('.');
			const column = findColumn(ledger, named);
			if (kind !== 'run' || !column || (value !== 'same' && value !== 'blank')) return [];
			return [{ column, above: Number(line), isSame: value === 'same' }];
		}),
		others: fields.every === 'same' ? true : fields.every === 'blank' ? false : null
	};
}

const findColumn = (ledger: Ledger, name: unknown): LedgerColumn | null =>
	ledgerDefinitions[ledger].columns.find((column) => column === name) ?? null;

/**
 * Texts of rows (`text.7.host`, which was `from.7.host`; one that did not change is none), whether all rows with the same text get it
 * (`all.7.host`), whether it is what that word means from now on (`keep.7.host`), cells that are right as they are (`sure.7.host`), questions
 * that are answered so in every row (`right.weekday-differs`), and rows to leave out (`out.7`).
 */
function readTexts(fields: Fields, ledger: Ledger) {
	const rows = new Map<number, RowTexts>();
	const alike: { column: LedgerColumn; from: string; to: string }[] = [];
	const remember: { column: LedgerColumn; word: string; means: string }[] = [];
	const sure: { nth: number; column: LedgerColumn }[] = [];
	const leave: number[] = [];
	for (const [name, value] of Object.entries(fields)) {
		const [kind, line = '', ofColumn] = name.split('.');
		const nth = Number(line);
		const column = findColumn(ledger, ofColumn);
		if (typeof value !== 'string' || !Number.isSafeInteger(nth) || nth < 1) continue;
		if (kind === 'out') leave.push(nth);
		if (kind === 'sure' && column) sure.push({ nth, column });
		if (kind !== 'text' || !column) continue;
		const text = value.trim().slice(0, 500);
		const from = fields[`from.${nth}.${column}`];
		if (text === from) continue;
		rows.set(nth, { ...rows.get(nth), [column]: text });
		if (typeof from !== 'string') continue;
		if (`all.${nth}.${column}` in fields) alike.push({ column, from, to: text });
		if (`keep.${nth}.${column}` in fields) remember.push({ column, word: from, means: text });
	}
	const isKept = ({ nth }: { nth: number }) => !leave.includes(nth);
	const corrected = [...rows].map(([nth, texts]) => ({ nth, texts }));
	const sureOf = rowFaults.filter((fault) => isQuestion(fault) && `right.${fault}` in fields);
	return { rows: corrected.filter(isKept), alike, remember, sure: sure.filter(isKept), sureOf, leave };
}

/**
 * Of single rows (`row.7` = take, leave or ask), and of all others in a state (`every` = `doubtful:leave`, of those that say the same
 * `doubtful:leave:same`).
 */
function readDecisions(fields: Fields) {
	const rows = Object.entries(fields).flatMap(([name, value]) => {
		const nth = Number(/^row\.(\d+)$/.exec(name)?.[1]);
		return Number.isSafeInteger(nth) ? [{ nth, value }] : [];
	});
	const of = (decision: string) => rows.filter(({ value }) => value === decision).map(({ nth }) => nth);
	const others = readOthers(fields.every);
	return { take: of('take'), leave: of('leave'), ask: of('ask'), ...(others && { others }) };
}

function readOthers(every: unknown) {
	const [named, choice, which] = String(every ?? '').split(':');
	const state = rowStates.find((one) => one === named);
	const decision = rowDecisions.find((one) => one === choice) ?? null;
	return state ? { state, decision, ...(which === 'same' && { isSame: true }) } : null;
}
