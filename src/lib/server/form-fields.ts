import type * as v from 'valibot';
import { findersAmong } from '$lib/domain/units/unit-choice';

export type Schema = v.GenericSchema<unknown, unknown>;

/** A schema as its fields are found: its own, those of its steps, and those of its choices. */
interface Parts {
	entries?: object;
	pipe?: readonly object[];
	options?: readonly object[];
}

/** The names of the fields that a schema knows. */
export function fieldsOf(schema: object): string[] {
	const { entries = {}, pipe = [], options = [] } = schema as Parts;
	// The first step of a pipe is the schema before its steps, which is no pipe.
	const parts = [...pipe, ...options].filter((part) => part !== schema);
	return [...Object.keys(entries), ...parts.flatMap(fieldsOf)];
}

/** The fields of a form that ask for a unit by name. A sender may name any field, so only those that the schema knows count. */
export function findersOf(schema: Schema, sent: Iterable<string>): string[] {
	const asked = findersAmong(sent);
	if (asked.length === 0) return [];
	const known = new Set(fieldsOf(schema));
	return [...new Set(asked)].filter((name) => known.has(name));
}
