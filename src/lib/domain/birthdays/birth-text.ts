import { foldText } from '../folded-text';
import type { Calendar } from './elder';

/** A birth date as it was written: its parts, and the calendar if the text says which. */
export interface WrittenBirth {
	/** Null: the text does not say, so it has to be asked (birthday-banquets.md). */
	calendar: Calendar | null;
	year: number;
	month: number;
	day: number;
	isLeap: boolean;
}

const monthNames = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const digits = '〇一二三四五六七八九';

/**
 * A birth date as ledgers write it, its parts only: 1946-02-30, 1946.2.30, 1946年2月30日, 一九四六年二月三十, 1946年闰六月初一, 农历1946年正月初五,
 * with full-width digits and spaces. 正月, 冬月, 腊月, 闰, 初一, 廿 and the words 农历, 阴历, 旧历 say lunar; 公历, 阳历, 新历 say solar; plain
 * numbers say nothing. Whether the calendar has such a day is not asked here. Null: no date with a year.
 */
export function parseBirthText(text: string): WrittenBirth | null {
	const typed = foldText(text).replace(/[\s（）()，,：:]/gu, '');
	const calendar = sayCalendar(typed);
	const bare = typed.replace(/[农阴旧古公阳新国]历|[农阴阳公](?=[\d一二])/gu, '');
	const plain = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(bare) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(bare);
	if (plain) return written(calendar, plain[1]!, plain[3]!, plain[4]!, false);
	const [, year, leap, month, day] =
		/^([\d〇零○一二三四五六七八九]{4})年(闰?)([^月]{1,3})月(.{1,4}?)[日号]?$/u.exec(bare) ?? [];
	if (!year || !month || !day) return null;
	const isLunar = leap === '闰' || /[正冬腊]/u.test(month) || /^(初|廿|卅)/u.test(day);
	return written(calendar ?? (isLunar ? 'lunar' : null), yearOf(year), monthOf(month), dayOf(day), leap === '闰');
}

/** The calendar a heading or a cell names: 农历生日, 阳历; null when it names none, or both (阴阳历, 农历/公历). */
export function sayCalendar(text: string): Calendar | null {
	if (/[农阴旧古][/、或]?[公阳新国]历|[公阳新国][/、或]?[农阴旧古]历/u.test(text)) return null;
	const isLunar = /[农阴旧古]历|^[农阴]$|^[农阴](?=[\d一二])/u.test(text);
	const isSolar = /[公阳新国]历|^[公阳]$|^[公阳](?=[\d一二])/u.test(text);
	return isLunar === isSolar ? null : isLunar ? 'lunar' : 'solar';
}

function written(
	calendar: Calendar | null,
	...[year, month, day, isLeap]: [string, string, string, boolean]
): WrittenBirth | null {
	const parts = [Number(year), Number(month), Number(day)] as const;
	const isIn = parts.every(Number.isInteger) && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31;
	return isIn ? { calendar, year: parts[0], month: parts[1], day: parts[2], isLeap } : null;
}

const yearOf = (text: string) =>
	text.replace(/[零○]/gu, '〇').replace(/[〇一二三四五六七八九]/gu, (one) => String(digits.indexOf(one)));

function monthOf(text: string): string {
	if (/^\d+$/.test(text)) return text;
	const otherNames = ['一', '十一', '十二'].indexOf(text);
	return String(otherNames < 0 ? monthNames.indexOf(text) + 1 : [1, 11, 12][otherNames]);
}

/** 初一, 初十, 十五, 二十, 廿三, 三十, 卅, 25; '0' for what is no day. */
function dayOf(text: string): string {
	if (/^\d+$/.test(text)) return text;
	if (text === '初十') return '10';
	const [, tens = '', ones = ''] = /^(初|二十|三十|十|廿|卅|)([一二三四五六七八九]?)$/u.exec(text) ?? [];
	const base = { 初: 0, 十: 10, 二十: 20, 廿: 20, 三十: 30, 卅: 30 }[tens] ?? 0;
	return String(base + Math.max(0, digits.indexOf(ones)));
}
