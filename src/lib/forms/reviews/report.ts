import * as v from 'valibot';
import { foldText } from '$lib/domain/folded-text';
import { fitForAll, id, textWithoutNumbers } from '../fields';

/** Two pages of a newspaper, and some. */
export const mostBody = 20_000;

const body = v.pipe(
	v.string('report-text-missing'),
	v.transform((typed) => typed.replace(/\r\n/g, '\n')),
	v.check((typed) => typed.trim() !== '', 'report-text-missing'),
	v.maxLength(mostBody, 'text-too-long'),
	fitForAll
);

const number = v.pipe(v.string('form-stale'), v.regex(/^\d{1,6}$/, 'form-stale'), v.transform(Number));

const year = v.pipe(
	v.string('year-wrong'),
	v.transform((typed) => foldText(typed).trim()),
	v.regex(/^20\d\d$/, 'year-wrong'),
	v.transform(Number)
);

/** Begins the review of a year, from the town's template or from last year's text. */
export const beginReportForm = v.object({
	id,
	year,
	from: v.picklist(['template', 'last-year'], 'report-from-missing')
});

/** The text, and which draft the writer had before them. */
export const saveReportForm = v.object({ id, seen: number, body });

export const publishReportForm = v.object({ id, draft: number });

export const withdrawReportForm = v.object({ id, reason: textWithoutNumbers('reason-of-change-missing', 200) });
