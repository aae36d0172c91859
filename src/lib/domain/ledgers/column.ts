import { means, saysNo, saysYes, type Words } from './words';

/**
 * What a column holds: a unit of the town, a person's name or several (、 between them), a telephone, a day (a real date in a
 * workbook), a month, a moment (day and time), a birth date in either calendar, a whole number, a text, or one of a closed list.
 */
export type ColumnKind =
	'unit' | 'name' | 'names' | 'phone' | 'date' | 'month' | 'moment' | 'birth' | 'number' | 'text' | 'choice';

export interface Column {
	kind: ColumnKind;
	/** Of a choice: its values and their words. */
	words?: Words;
	/** Of a number: least and most. Of a text: how many characters at most. */
	least?: number;
	most?: number;
	/** What offices write over it, and the heading of our own files in both languages; spaces and brackets do not count. */
	synonyms: string;
}

const yes: Words<'yes' | 'no'> = [
	['no', means(`${saysNo} 不 不要 不用 不需要 不必 无 没有 未 未看 未查看 没看 不同意 0`)],
	['yes', means(`${saysYes} 要 需要 同意 有 已看 已查看 看过 查看过 齐全 1`)]
];

/** The kind of a column that says yes or no. */
export const tick = { kind: 'choice', words: yes } as const;

/** Columns of several ledgers. */
export const shared = {
	village: { kind: 'unit', synonyms: '村社区 村 村名 村居 所在村 所属村 村别 单位 单位名称 所属单位 填报单位 Village' },
	group: { kind: 'unit', synonyms: '组 村民小组 小组 组别 社 村组 所在组 住址 家庭住址 Group' },
	name: { kind: 'name', synonyms: '姓名 名字 老人姓名 老年人姓名 报名人 报名人姓名 参加人 联系人 Name' },
	phone: { kind: 'phone', synonyms: '电话 手机 手机号 手机号码 电话号码 联系电话 联系方式 户主电话 报名电话 Phone' },
	note: { kind: 'text', most: 300, synonyms: '备注 说明 Note' }
} as const satisfies Record<string, Column>;
