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
 * numbers say nothing. Whether the calendar has such a day is not asked here. Null: no date with a year, or one that says both.
 */
export function parseBirthText(text: string): WrittenBirth | null {
	const typed = foldText(text).replace(/[\s（）()，,：:]/gu, '');
	const calendar = sayCalendar(typed);
	const bare = typed.replace(/[农阴旧古公阳新国]历|[农阴阳公](?=[\d一二])/gu, '');
	const plain = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(bare) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(bare);
	if (plain) return written({ calendar, isLeap: false }, Number(plain[1]), Number(plain[3]), Number(plain[4]));
	const found = /^([\d〇零○一二三四五六七八九]{4})年(闰?)([^月]{1,3})月(.{1,4}?)[日号]?$/u.exec(bare);
	if (!found) return null;
	const [year, leap, month, day] = found.slice(1) as [string, string, string, string];
	const isLeap = leap === '闰';
	const isLunar = isLeap || /[正冬腊]/u.test(month) || /初|廿|卅/u.test(day);
	// 公历1950年三月初五 is of neither calendar for certain.
	if (isLunar && calendar === 'solar') return null;
	const facts = { calendar: calendar ?? (isLunar ? 'lunar' : null), isLeap };
	return written(facts, yearOf(year), monthOf(month), dayOf(day));
}

/** The calendar a heading or a cell names: 农历生日, 阳历, 生日（农）; null when it names none, or both (阴阳历, 农历/公历). */
export function sayCalendar(text: string): Calendar | null {
	if (/[农阴旧古][/、或]?[公阳新国]历|[公阳新国][/、或]?[农阴旧古]历/u.test(text)) return null;
	const isLunar = /[农阴旧古]历|^[农阴]$|^[农阴](?=[\d一二])|[(（【[][农阴][)）】\]]/u.test(text);
	const isSolar = /[公阳新国]历|^[公阳]$|^[公阳](?=[\d一二])|[(（【[][公阳][)）】\]]/u.test(text);
	return isLunar === isSolar ? null : isLunar ? 'lunar' : 'solar';
}

function written(
	facts: Pick<WrittenBirth, 'calendar' | 'isLeap'>,
	year: number,
	month: number,
	day: number
): WrittenBirth | null {
	const isIn = month >= 1 && month <= 12 && day >= 1 && day <= 31;
	return isIn ? { ...facts, year, month, day } : null;
}

const yearOf = (text: string): number =>
	Number(text.replace(/[零○]/gu, '〇').replace(/[〇一二三四五六七八九]/gu, (one) => String(digits.indexOf(one))));

/** 0 for what is no month. */
function monthOf(text: string): number {
	if (/^\d+$/.test(text)) return Number(text);
	const otherNames = ['一', '十一', '十二'].indexOf(text);
	return otherNames < 0 ? monthNames.indexOf(text) + 1 : [1, 11, 12][otherNames]!;
}

const tensOf: Record<string, number> = { 初: 0, 十: 10, 二十: 20, 廿: 20, 三十: 30, 卅: 30, '': 0 };

/** 初一, 初十, 十五, 二十, 廿三, 三十, 卅, 25; 0 for what is no day. */
function dayOf(text: string): number {
	if (/^\d+$/.test(text)) return Number(text);
	if (text === '初十') return 10;
	const found = /^(初|二十|三十|十|廿|卅|)([一二三四五六七八九]?)$/u.exec(text);
	return found ? tensOf[found[1]!]! + digits.indexOf(found[2]!) : 0;
}
