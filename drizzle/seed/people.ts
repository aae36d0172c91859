import type { Dice } from './dice';

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏水窦章云苏潘葛'.split('');
const stems = '甲乙丙丁戊己庚辛壬癸'.split('');
const numbers = '一二三四五六七八九十'.split('');

/** An invented villager whose name says so (赵甲一), with a telephone number that is not in use. */
export interface Person {
	name: string;
	phone: string;
}

/** The `nth` invented person; every number gives another name or telephone. */
export function personOf(nth: number): Person {
	const surname = surnames[nth % surnames.length]!;
	const stem = stems[Math.floor(nth / surnames.length) % stems.length]!;
	const number = numbers[Math.floor(nth / (surnames.length * stems.length)) % numbers.length]!;
	return { name: `${surname}${stem}${number}`, phone: `1380000${String(nth % 10_000).padStart(4, '0')}` };
}

/** A member of staff for the 责任人 column: invented too. */
export const responsibleOf = (dice: Dice) =>
	`${dice.pick(surnames)}${dice.pick(['示', '样', '例'])}${dice.pick(numbers)}`;
