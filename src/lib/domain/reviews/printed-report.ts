// A report with its figures filled in.
import { wholeOf, type FigureId } from '../figures/figure';
import { notReported, printFigure, type ReportForm, type ReportReading, type Withheld } from './report-figure';
import { reportUnits } from './report-words';
import { type ReportLine, type ReportPart, figuresIn } from './report-text';
import { printWithheld, withheldIn } from './withheld-figure';

/** A piece of a printed line. A figure keeps what it is, so that a page can lead to its records. */
export interface PrintedPart {
	text: string;
	isStrong: boolean;
	/** Null for plain words. */
	figure: FigureId | null;
	/** A figure that could not be printed: no data, no target, no base. */
	isMissing: boolean;
	/** Why its number is not published: then words stand in its place. */
	withheld: Withheld | null;
	/** How it was printed when the draft was saved, where that differs; null where nothing changed. */
	was: string | null;
}

export interface PrintedLine {
	number: number;
	kind: ReportLine['kind'];
	parts: PrintedPart[];
}

/** What fills a text in. `before`: the values that the figures had when the draft was saved. */
export interface ReportFacts {
	year: number;
	unitName: string;
	readings: ReadonlyMap<FigureId, ReportReading>;
	before?: ReadonlyMap<FigureId, ReportReading>;
}

/** The text with its figures filled in. Faulty placeholders stay as they were typed. */
export function printReport(lines: readonly ReportLine[], facts: ReportFacts): PrintedLine[] {
	return lines.map(({ number, kind, parts }) => ({ number, kind, parts: parts.map((part) => printPart(part, facts)) }));
}

function printPart(part: ReportPart, { year, unitName, readings, before }: ReportFacts): PrintedPart {
	const words = { isStrong: part.isStrong, figure: null, isMissing: false, withheld: null, was: null };
	switch (part.kind) {
		case 'text':
			return { ...words, text: part.text };
		case 'year':
			return { ...words, text: `${year}` };
		case 'unit':
			return { ...words, text: unitName };
		case 'faulty':
			return { ...words, text: part.raw };
		case 'figure': {
			const { figure, form, isStrong } = part;
			const unit = reportUnits[part.unit];
			const now = printedOf(readingIn(readings, figure), unit, form);
			const earlier = before && readingIn(before, figure);
			const was = earlier && printedOf(earlier, unit, form).text;
			return { ...now, isStrong, figure, was: was !== undefined && was !== now.text ? was : null };
		}
	}
}

/** A figure among others: with the one that it is a part of. */
function readingIn(readings: ReportFacts['readings'], figure: FigureId): ReportReading | undefined {
	const [reading, whole] = [readings.get(figure), wholeOf(figure)];
	if (!reading || !whole) return reading;
	const other = readings.get(whole);
	return {
		...reading,
		whole: other?.value ?? null,
		withheld: { ...reading.withheld, whole: other?.withheld?.value }
	};
}

function printedOf(reading: ReportReading | undefined, unit: string, form: ReportForm) {
	const withheld = reading ? withheldIn(reading, form) : null;
	if (withheld) return { text: printWithheld(withheld, unit, form), isMissing: false, withheld };
	const text = reading ? printFigure(reading, unit, form) : null;
	return { text: text ?? notReported, isMissing: text === null, withheld };
}

/** Figures that print otherwise than `before`, or whose number is another even where it prints alike (12 and 13 are both 10余). */
export function changedFigures(
	lines: readonly ReportLine[],
	facts: Omit<ReportFacts, 'year' | 'unitName'>
): FigureId[] {
	const { readings, before } = facts;
	const parts = printReport(lines, { ...facts, year: 0, unitName: '' }).flatMap(({ parts }) => parts);
	const printed = new Set(parts.flatMap(({ figure, was }) => (figure && was !== null ? figure : [])));
	return figuresIn(lines).filter((id) => printed.has(id) || readings.get(id)?.value !== before?.get(id)?.value);
}

/** A figure that a text prints otherwise than the desk counts it, line by line. */
export interface PrintedOtherwise {
	line: number;
	figure: FigureId;
	counted: string;
	printed: string;
}

/** Where a text prints otherwise than with the readings `counted`. */
export const printedOtherwise = (
	lines: readonly ReportLine[],
	{ counted, ...facts }: Omit<ReportFacts, 'before'> & { counted: ReportFacts['readings'] }
): PrintedOtherwise[] =>
	printReport(lines, { ...facts, before: counted }).flatMap(({ number, parts }) =>
		parts.flatMap(({ figure, text, was }) =>
			figure && was !== null ? { line: number, figure, counted: was, printed: text } : []
		)
	);

/** A printed line as plain text. */
export const textOf = ({ parts }: PrintedLine): string => parts.map(({ text }) => text).join('');
