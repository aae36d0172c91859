import { Column, SQL, Subquery, getTableName, is, type DriverValueDecoder } from 'drizzle-orm';

/** One selected field, as Drizzle lists it: where its value goes in the row, and what decodes it. */
export interface Selected {
	path: string[];
	field: Column | SQL | SQL.Aliased | Subquery;
}

/** By table of a join: whether every row of the result has one. */
export type NotNullable = Record<string, boolean> | undefined;

type Row = Record<string, unknown>;
type Put = (row: Row, values: unknown[]) => void;

/**
 * What makes a record of a row's values, as Drizzle itself does for each row anew (its mapResultRow): the way is worked out once for all rows.
 * A table that a left join did not find becomes null.
 */
export function compileMapper(fields: Selected[], notNullable: NotNullable): (values: unknown[]) => Row {
	const puts = fields.map(({ path, field }, nth) => putterOf(path, decoderOf(field), nth));
	const joined = notNullable ? joinedTables(fields, notNullable) : [];
	return (values) => {
		const row: Row = {};
		for (const put of puts) put(row, values);
		for (const { name, isMissing } of joined) if (isMissing(row[name] as Row)) row[name] = null;
		return row;
	};
}

function putterOf(path: string[], decode: ((value: unknown) => unknown) | null, nth: number): Put {
	const valueOf = decode
		? (values: unknown[]) => (values[nth] === null ? null : decode(values[nth]))
		: (values: unknown[]) => values[nth];
	const [name = '', inner] = path;
	if (inner === undefined) return (row, values) => (row[name] = valueOf(values));
	return (row, values) => (((row[name] ??= {}) as Row)[inner] = valueOf(values));
}

/** Null where the value stays as it is. */
function decoderOf(field: Selected['field']): ((value: unknown) => unknown) | null {
	const decoder = decoderObject(field);
	const isPlain =
		decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue ||
		(!is(decoder, Column) && decoder.mapFromDriverValue === plainDecoder.mapFromDriverValue);
	return isPlain ? null : (value) => decoder.mapFromDriverValue(value);
}

interface HasDecoder {
	decoder: DriverValueDecoder<unknown, unknown>;
}

const plainDecoder = (new SQL([]) as unknown as HasDecoder).decoder;

function decoderObject(field: Selected['field']): DriverValueDecoder<unknown, unknown> {
	if (is(field, Column)) return field;
	if (is(field, SQL)) return (field as unknown as HasDecoder).decoder;
	if (is(field, Subquery)) return (field._.sql as unknown as HasDecoder).decoder;
	return (field.sql as unknown as HasDecoder).decoder;
}

/** The tables that a join may not have found: all columns of theirs that were selected are null then. */
function joinedTables(fields: Selected[], notNullable: Record<string, boolean>) {
	const tables = new Map<string, { table: Set<string>; columns: string[] }>();
	for (const { path, field } of fields) {
		const [name = '', column] = path;
		if (!is(field, Column) || path.length !== 2) continue;
		const known = tables.get(name) ?? { table: new Set(), columns: [] };
		known.table.add(getTableName(field.table));
		known.columns.push(column!);
		tables.set(name, known);
	}
	return [...tables]
		.filter(([, { table }]) => table.size === 1 && !notNullable[[...table][0]!])
		.map(([name, { columns }]) => ({
			name,
			isMissing: (row: Row) => columns.every((column) => row[column] === null)
		}));
}
