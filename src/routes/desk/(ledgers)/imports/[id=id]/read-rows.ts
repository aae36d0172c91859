import { rowStates } from '$lib/domain/ledgers/import';
import type { RowTexts } from '$lib/domain/ledgers/ledger-row';
import { ledgerDefinitions, type Ledger, type LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { RowDecisions } from '$lib/server/ledgers/decide-rows';
import type { MendCommand } from '$lib/server/ledgers/mend-import';

/** Which column each heading was said to be (`column.0` …). */
export function readColumns(
	fields: FormData,
	{ ledger, headings }: { ledger: Ledger; headings: readonly string[] }
): (LedgerColumn | null)[] {
	const { columns } = ledgerDefinitions[ledger];
	return headings.map((_, at) => columns.find((column) => column === fields.get(`column.${at}`)) ?? null);
}

/** Texts of rows (`text.7.host`), whether all rows with the same text get it (`all.7.host`, which was `from.7.host`), rows to leave out (`out.7`). */
export function readMended(fields: FormData, ledger: Ledger): Required<Pick<MendCommand, 'rows' | 'alike' | 'leave'>> {
	const rows = new Map<number, RowTexts>();
	const { columns } = ledgerDefinitions[ledger];
	const alike: { column: LedgerColumn; from: string; to: string }[] = [];
	const leave: number[] = [];
	for (const [name, value] of fields) {
		const [kind, line = '', said] = name.split('.');
		const nth = Number(line);
		const column = columns.find((one) => one === said);
		if (typeof value !== 'string' || !Number.isSafeInteger(nth) || nth < 1) continue;
		if (kind === 'out') leave.push(nth);
		if (kind === 'text' && column) {
			const text = value.trim().slice(0, 500);
			rows.set(nth, { ...rows.get(nth), [column]: text });
			const from = fields.get(`from.${nth}.${column}`);
			if (fields.has(`all.${nth}.${column}`) && typeof from === 'string') alike.push({ column, from, to: text });
		}
	}
	const mended = [...rows].map(([nth, texts]) => ({ nth, texts }));
	return { rows: mended.filter(({ nth }) => !leave.includes(nth)), alike, leave };
}

/** What was said of rows (`row.7` = take, leave or ask), or of all in a state (`every` = `doubtful:leave`). */
export function readDecisions(fields: FormData): RowDecisions {
	const [named, said] = String(fields.get('every') ?? '').split(':');
	const state = rowStates.find((one) => one === named);
	if (state) return { state, decision: said === 'take' || said === 'leave' ? said : null };
	const rows = [...fields].flatMap(([name, value]) => {
		const nth = Number(/^row\.(\d+)$/.exec(name)?.[1]);
		return Number.isSafeInteger(nth) ? [{ nth, value }] : [];
	});
	const of = (decision: string) => rows.filter(({ value }) => value === decision).map(({ nth }) => nth);
	return { take: of('take'), leave: of('leave'), ask: of('ask') };
}
