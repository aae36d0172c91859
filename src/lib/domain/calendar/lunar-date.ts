/** A date of the farmers' calendar (农历). */
export interface LunarDate {
	/** 1 to 12. */
	month: number;
	day: number;
	/** 闰月: the second of two months with the same number. */
	isLeap: boolean;
	/** As people say it: 十月十五, 闰六月初一. */
	name: string;
	/** The day alone: 十五. */
	dayName: string;
}

/** A day of a given year of the farmers' calendar. `isLeap`: in the 闰 month of that number. */
export interface LunarYmd {
	year: number;
	/** 1 to 12. */
	month: number;
	/** 1 to 30. */
	day: number;
	isLeap: boolean;
}

const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const tens = ['初', '十', '廿', '三'];
const ones = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** How a month is called: 正月, 闰六月, 腊月. */
export function lunarMonthName(month: number, isLeap = false): string {
	return `${isLeap ? '闰' : ''}${months[month - 1]}月`;
}

/** How a day is called: 初一, 十五, 二十, 廿三, 三十. */
export function lunarDayName(day: number): string {
	return day === 20 ? '二十' : `${tens[day === 10 ? 0 : Math.floor(day / 10)]}${ones[day % 10]}`;
}
