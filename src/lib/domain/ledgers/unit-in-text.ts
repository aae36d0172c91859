import { literally } from '../literally';

/** Places above a town, as addresses write them: 四川省成都市, 彭州市, 乐山市市中区, 黔东南苗族侗族自治州. */
const above = '(?:[^省市区县州村镇]{1,14}[省市区县州]{1,2})*';

/** What may follow the name of a village in its cell: a group, a house, its committee. */
const within =
	'(?:[-/、,·]?第?[\\d一二三四五六七八九十百]{1,4}(?:村民)?(?:小?组|社|队|网格).*|\\d+(?:号|栋|幢|-).*|(?:村民|居民)?委员会|[村居]?委会)?';

/** When a list is of, before the place that its title names: 2024年, 二〇二四年度, 三月份. */
const when = '(?:关于|[\\d〇零一二三四五六七八九十]{1,4}(?:年度?|月份?|季度))*';

/**
 * Whether a whole cell is an address in this unit: 三星村一组, 太平场镇三星村. 新三星村 and 不在三星村 are not. `names`: those of all units, which may be
 * written before it, as a pattern (`anyOf`). All texts closed up and in small letters.
 */
export const isAddressIn = (name: string, cell: string, names: string): boolean =>
	new RegExp(`^${above}${names}*${literally(name)}${within}$`).test(cell);

/** Whether a word of a title begins with this unit: 2024年三星村宴席台账. */
export const isTitleOf = (name: string, word: string, names: string): boolean =>
	new RegExp(`^${when}${above}${names}*${literally(name)}`).test(word);

/** The pattern of one of these names. */
export const anyOf = (names: readonly string[]) => `(?:${names.map(literally).join('|')})`;
