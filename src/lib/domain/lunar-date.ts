/** A date of the farmers' calendar (农历). */
export interface LunarDate {
	/** 1 to 12. */
	month: number;
	day: number;
	/** 闰月: the second of two months with the same number. */
	isLeap: boolean;
	/** As it is said: 十月十五, 闰六月初一. */
	name: string;
	/** The day alone: 十五. */
	dayName: string;
}
