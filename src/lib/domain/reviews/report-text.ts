import { wholeOf, type FigureId, type FigureUnit } from '../figures/figure';
import type { Registry } from '../figures/registry';
import { foldText } from '../folded-text';
import { suggestWord } from './suggest-word';
import { reportForms, type ReportForm } from './report-figure';
import { reportNameOf, reservedNames } from './report-words';

/**
 * The yearly review (年度回眸) as the town writes it: prose, a paragraph a line. `# ` begins the title, `——` the line
 * under it, `## ` a heading; `**…**` sets lead words off. A figure is written in double braces by its name, with its
 * form after a bar: `{{健康讲座}}`, `{{办宴|升降}}`. `{{年}}` is the year, `{{单位}}` the town. No figure is typed in.
 */

/** A stretch of one line. */
export type ReportPart =
	| { kind: 'text'; text: string; isStrong: boolean }
	| { kind: 'year' | 'unit'; isStrong: boolean }
	| { kind: 'figure'; figure: FigureId; unit: FigureUnit; form: ReportForm; isStrong: boolean }
	| { kind: 'faulty'; raw: string; fault: ReportFault; isStrong: boolean };

export type ReportFault =
	| { code: 'unknown-name'; name: string; suggestion: string | null }
	| { code: 'unknown-form'; form: string; suggestion: string | null }
	| { code: 'not-closed' };

export interface ReportLine {
	/** From 1, as an editor counts; empty lines count but are left out. */
	number: number;
	kind: 'title' | 'subtitle' | 'heading' | 'paragraph';
	parts: ReportPart[];
}

/** The figures of a town by what they may be called in a text: their names without quotes and spaces, and their ids. */
type Names = ReadonlyMap<string, Pick<Registry['figures'][number], 'id' | 'unit'>>;

const namesOf = (registry: Registry): Names =>
	new Map(
		registry.figures.flatMap((figure) => [
			[plain(foldText(reportNameOf(figure.id, registry))), figure] as const,
			[figure.id, figure] as const
		])
	);

/** Reads a text into its lines. It reads any text: a mistake becomes a faulty part at its place. */
export function readReportText(body: string, registry: Registry): ReportLine[] {
	const names = namesOf(registry);
	const lines: ReportLine[] = [];
	for (const [at, typed] of body.split(/\r?\n/).entries()) {
		const line = typed.trim();
		if (line === '') continue;
		const { kind, text } = kindOf(line, lines.at(-1)?.kind);
		lines.push({ number: at + 1, kind, parts: readParts(text, names) });
	}
	return lines;
}

function kindOf(line: string, before: ReportLine['kind'] | undefined): { kind: ReportLine['kind']; text: string } {
	const heading = /^##\s*(.*)$/.exec(line);
	if (heading) return { kind: 'heading', text: heading[1]! };
	const title = /^#\s*(.*)$/.exec(line);
	if (title) return { kind: 'title', text: title[1]! };
	return { kind: before === 'title' && line.startsWith('——') ? 'subtitle' : 'paragraph', text: line };
}

function readParts(text: string, names: Names): ReportPart[] {
	const parts: ReportPart[] = [];
	let isStrong = false;
	for (const piece of text.split(/(\*\*|\{\{[^{}]*\}\})/)) {
		if (piece === '**') isStrong = !isStrong;
		else if (/^\{\{[^{}]*\}\}$/.test(piece)) parts.push({ ...readPlaceholder(piece, names), isStrong });
		else if (piece.includes('{{') || piece.includes('}}'))
			parts.push({ kind: 'faulty', raw: piece, fault: { code: 'not-closed' }, isStrong });
		else if (piece !== '') parts.push({ kind: 'text', text: piece, isStrong });
	}
	return parts;
}

type Unstyled<Part> = Part extends ReportPart ? Omit<Part, 'isStrong'> : never;

function readPlaceholder(raw: string, names: Names): Unstyled<ReportPart> {
	const [typedName = '', ...rest] = foldText(raw.slice(2, -2)).split('|');
	const [name, form] = [plain(typedName), plain(rest.join('|'))];
	if (rest.length === 0 && name === reservedNames.year) return { kind: 'year' };
	if (rest.length === 0 && name === reservedNames.unit) return { kind: 'unit' };
	const figure = names.get(name);
	if (figure === undefined) {
		const called = [...names].filter(([word, { id }]) => word !== id).map(([word]) => word);
		const suggestion = suggestWord(name, called);
		return { kind: 'faulty', raw, fault: { code: 'unknown-name', name, suggestion } };
	}
	if (form !== '' && !isForm(form)) {
		return { kind: 'faulty', raw, fault: { code: 'unknown-form', form, suggestion: suggestWord(form, reportForms) } };
	}
	return { kind: 'figure', figure: figure.id, unit: figure.unit, form };
}

const isForm = (form: string): form is ReportForm => form === '' || (reportForms as readonly string[]).includes(form);

/** Quotes and spaces in a name are a matter of taste: 劝停“无事酒” is 劝停无事酒. */
const plain = (typed: string) => typed.replace(/[\s“”"「」《》]/gu, '');

/** The placeholder of a figure as it is typed: {{办宴|升降}}. */
export function placeholderOf(figure: FigureId, registry: Registry, form: ReportForm = ''): string {
	return `{{${reportNameOf(figure, registry)}${form === '' ? '' : `|${form}`}}}`;
}

/** The figures that a text names, and those that a rate in it is of, each once, in the order of the text. */
export function figuresIn(lines: readonly ReportLine[]): FigureId[] {
	const named = lines
		.flatMap(({ parts }) => parts)
		.flatMap((part) => (part.kind === 'figure' ? [part.figure, ...wholesOf(part)] : []));
	return [...new Set(named)];
}

const wholesOf = ({ figure, form }: Extract<ReportPart, { kind: 'figure' }>): FigureId[] =>
	form === '率' ? [wholeOf(figure) ?? figure] : [];

/** What is wrong, line by line: a text with any of it is not saved. */
export function faultsIn(lines: readonly ReportLine[]): { line: number; raw: string; fault: ReportFault }[] {
	return lines.flatMap(({ number, parts }) =>
		parts.flatMap((part) => (part.kind === 'faulty' ? { line: number, raw: part.raw, fault: part.fault } : []))
	);
}
