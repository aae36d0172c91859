// Whole words of offices for what a banquet is for and what came of it. What is not listed is asked about, above all what holds 未, 不 or 没.
import type { Occasion, Origin, Outcome } from '../banquets/banquet';
import type { DissuasionOutcome } from '../banquets/dissuasion';
import { means, saysNo, saysYes, type Words } from './words';

const feast = '宴 酒 喜 喜宴 喜酒 宴席 酒席 宴请 宴会 办酒 请客 喜事';
const kin =
	'本人 自己 儿子 女儿 长子 长女 次子 次女 大儿 小儿 大儿子 小儿子 大女儿 小女儿 孙子 孙女 外孙 外孙女 父亲 母亲 爷爷 奶奶 外公 外婆 丈夫 妻子 老人 小孩 孩子';
/** Whose birthday is a longevity feast; a child's is another, which is asked about, and so is one of which is not said whose it is. */
const elderKin = '本人 自己 父亲 母亲 爷爷 奶奶 外公 外婆 丈夫 妻子 老人';
const feastOf = { before: kin, after: feast };

export const occasion: Words<Occasion> = [
	[
		'school',
		means(
			'升学 谢师 状元 升学谢师 考上大学 考取大学 大学录取 高考录取 录取 上大学 考学 子女升学 schooladmission school',
			feastOf
		)
	],
	[
		'funeral',
		means(
			'丧 丧事 白事 白喜 白喜事 丧葬 办丧 办丧事 去世 过世 逝世 病故 亡故 悼念 安葬 出殡 吊唁 办夜 坐夜 老人去世 老人过世 funeral',
			feastOf
		)
	],
	[
		'longevity',
		means('寿 寿宴 祝寿 做寿 大寿 过寿 寿辰 大生 满十 花甲 古稀 longevitybirthday longevity', {
			before: elderKin,
			after: feast,
			// 80岁, 七十大寿, 80周岁, but 周岁 alone is a child's.
			and: `(?:${elderKin.replaceAll(' ', '|')})生日(?:${feast.replaceAll(' ', '|')})?|寿宴?\\(\\d{2,3}岁?\\)|(?:${kin.replaceAll(' ', '|')})?(?:[6-9]\\d|1[01]\\d|[六七八九]十[一二三四五六七八九]?|一?百)(?:周岁|岁|大寿|寿|生日|岁生日|岁大寿|周岁生日|寿辰|岁寿)(?:${feast.replaceAll(' ', '|')})?`
		})
	],
	[
		'housewarming',
		means(
			'乔迁 乔迁新居 搬家 迁居 新房 新居 入宅 建房 修房 上梁 新房落成 新居落成 进新房 house-warming housewarming',
			feastOf
		)
	],
	[
		'full-month',
		means(
			'满月 百日 百天 周岁 满周岁 一周岁 1周岁 抓周 满岁 出生 生育 生小孩 添丁 月米 打三朝 三朝 双满月 baby’sfullmonth babysfullmonth fullmonth',
			feastOf
		)
	],
	['enlistment', means('参军 入伍 当兵 征兵 应征入伍 参军入伍 enlistment', feastOf)],
	[
		'wedding',
		means(
			'婚 婚嫁 婚礼 结婚 婚庆 婚事 新婚 再婚 复婚 嫁 嫁女 出嫁 嫁娶 娶 娶亲 娶媳妇 接媳妇 红事 红喜 红喜事 喜事 喜酒 喜宴 回门 订婚 wedding',
			feastOf
		)
	],
	['other', means('其他 其它 无 无事 无事酒 杂酒 开业 开业酒 other')]
];

export const origin: Words<Origin> = [
	[
		'found',
		means(
			`未报备 没报备 没有报备 不报备 未报 没报 未申报 没申报 没有申报 未备案 发现 走访 走访发现 排查 排查发现 巡查发现 举报 群众举报 走访发现,未报备 发现未报备 ${saysNo} 无 found found,notfiled`
		)
	],
	[
		'declared',
		means(
			`报备 已报备 住户报备 主动报备 自行报备 户主报备 已报 申报 已申报 主动申报 备案 已备案 ${saysYes} 有 filed declared filedbythehousehold`
		)
	]
];

const smaller =
	'缩减 已缩减 缩减办理 减少办理 压缩办理 缩减规模 缩小规模 缩减桌数 减少 已减少 减少桌数 减少规模 压缩 压缩规模 简办 已简办 从简 从简办理 减桌 劝减 同意缩减 同意减少 同意简办 劝导缩减 劝导减少 reduced smaller willbesmaller';
const familyMeal =
	'家庭聚餐 改为家庭聚餐 改家庭聚餐 改成家庭聚餐 同意改为家庭聚餐 家庭餐 家宴 改为家宴 改家宴 家人聚餐 familymeal familymealinstead';
const called =
	'取消 已取消 取消办理 取消办酒 取消宴席 取消不办 同意取消 主动取消 自愿取消 不办 不办了 不再办 不办酒 停办 已停办 自愿停办 同意停办 劝停 已劝停 劝停成功 成功劝停 劝阻成功 成功劝阻 劝导成功 劝退 已劝退 劝退成功 cancelled cancel calledoff';

/** That nothing came of it yet: neither a success nor a failure, and never guessed from other words. */
const open = means('还没有结果 还没结果 没有结果 暂无结果 尚无结果 未定 待定 noresultyet');

// Not 办结 or 完成: offices close a case with these words, also one of a banquet that was called off.
export const outcome: Words<Outcome | 'open'> = [
	['open', open],
	['family-meal', means(familyMeal)],
	['cancelled', means(called)],
	['reduced', means(smaller)],
	[
		'held',
		means(
			'如期 如期办 如期办理 如期举办 如期举行 按期 按期办理 按期举办 按期举行 按时举办 已办 已办理 已举办 已办酒 办理 已如期办理 举办 举办了 正常 正常办理 正常举办 办了 已办了 办完 已办完 按计划办理 照常办理 照办 held heldasplanned'
		)
	]
];

export const dissuasion: Words<DissuasionOutcome | 'open'> = [
	['open', open],
	[
		'went-ahead',
		means(
			'照办 仍办 仍然办 仍办理 仍按原计划办 照常办理 坚持办 坚持办理 坚持要办 执意办 执意要办 执意办理 仍坚持办 未果 劝导未果 劝停未果 劝阻未果 无效 劝导无效 劝停无效 劝阻无效 劝导失败 劝停失败 劝阻失败 失败 未成功 没成功 不成功 没有成功 劝停未成功 劝停不成功 劝导未成功 劝阻未成功 没劝停 没劝住 没有劝停 未劝停 未劝住 劝不住 不听 不听劝 不听劝阻 不同意 不同意取消 不同意停办 不同意不办 不接受 未取消 没取消 没有取消 wentahead goesahead goesaheadasplanned'
		)
	],
	['family-meal', means(familyMeal)],
	['reduced', means(smaller)],
	['cancelled', means(`${called} 成功 同意 已同意 同意不办 承诺不办 答应不办 同意不办了 同意劝导`)]
];
