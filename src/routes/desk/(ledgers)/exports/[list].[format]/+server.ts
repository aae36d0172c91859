import { error } from '@sveltejs/kit';
import { cellKind, exportColumns, exportFormats, findExportList, type ExportFilter } from '$lib/domain/ledgers/export';
import { m } from '$lib/paraglide/messages.js';
import { toCsv } from '$lib/server/ledgers/files/csv';
import { exportList, type Export } from '$lib/server/ledgers/exports';
import { toLedgerFile, xlsxType } from '$lib/server/ledgers/files/ledger-file';
import { columnText, exportText, listDefinition, listText } from '$lib/ui/ledgers/export-words';
import { figureName } from '$lib/ui/ledgers/other-list-words';
import { unitName } from '$lib/ui/units/unit-name';
import type { RequestHandler } from './$types';

/**
 * A list as a file, narrowed by the address: `?unit=`, `?year=`, `?event=`, `?figure=`. Written as it is read, however long it is.
 * The audit trail keeps who took it.
 */
export const POST: RequestHandler = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const format = exportFormats.find((known) => known === params.format);
	if (!format || !findExportList(params.list)) error(404);
	const taken = await exportList(ctx, { id: ctx.newId(), list: params.list, format, ...readFilter(url.searchParams) });
	if (!taken.ok) error(taken.refusal === 'not-your-unit' ? 403 : 404);
	const title = titleOf(taken);
	const body = format === 'csv' ? toCsv(linesOf(taken)) : sheetOf(taken, title, ctx.today());
	const name = encodeURIComponent(`${title} ${ctx.today()}.${format}`);
	return new Response(body, {
		headers: {
			'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : xlsxType,
			'content-disposition': `attachment; filename="${taken.list}.${format}"; filename*=UTF-8''${name}`,
			'cache-control': 'no-store'
		}
	});
};

function readFilter(query: URLSearchParams): ExportFilter {
	const idOf = (name: string) => (/^[0-9a-f-]{36}$/.test(query.get(name) ?? '') ? query.get(name) : null);
	const year = query.get('year') ?? '';
	return {
		unitId: idOf('unit'),
		eventId: idOf('event'),
		figure: query.get('figure'),
		year: /^20\d\d$/.test(year) ? Number(year) : null
	};
}

function titleOf({ list, unit, year, of, registry }: Export): string {
	const what = of && (figureName(of, registry) ?? of);
	return m.exports_file_title({
		unit: unitName(unit),
		year: year === null ? '' : year === 'all' ? m.exports_file_all_years() : m.exports_file_year({ year }),
		list: what ? m.exports_in_parts({ list: listText(list), what }) : listText(list)
	});
}

/** The heading and the rows, for software. */
async function* linesOf(taken: Export) {
	yield [exportColumns(taken.list).map(columnText)];
	yield* cellsOf(taken);
}

/** The rows as cells, a slice at a time. */
async function* cellsOf({ list, rows, units, registry: added }: Export) {
	const columns = exportColumns(list);
	for await (const slice of rows)
		yield slice.map((row) => columns.map((column) => exportText(column, row[column], { list, units, added })));
}

/** The ledger's sheet (reporting.md): title, unit, period, who filled it in and who checks it, day, definition; then the rows, numbered. */
function sheetOf(taken: Export, title: string, today: string) {
	const { period } = taken;
	const columns = exportColumns(taken.list).map((column) => {
		const kind = cellKind(taken.list, column);
		return { label: columnText(column), kind, width: widths[kind] };
	});
	return toLedgerFile({
		title,
		facts: [
			{ term: m.exports_fact_unit(), value: unitName(taken.unit) },
			...(period
				? [{ term: m.exports_fact_period(), value: m.exports_period({ from: period.fromOn, to: period.toOn }) }]
				: []),
			{ term: m.exports_fact_by(), value: taken.by },
			{ term: m.exports_fact_checked(), value: '' },
			{ term: m.exports_fact_made(), value: today },
			{ term: m.exports_fact_definition(), value: listDefinition(taken.list, taken.of, taken.registry) }
		],
		columns: [{ label: m.exports_seq(), kind: 'number', width: 6 }, ...columns],
		rows: numbered(cellsOf(taken))
	});
}

async function* numbered(slices: AsyncIterable<(string | number | null)[][]>) {
	let nth = 0;
	for await (const slice of slices) for (const row of slice) yield [(nth += 1), ...row];
}

const widths = { text: 16, number: 10, rate: 10, date: 12 };
