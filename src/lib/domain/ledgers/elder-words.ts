// Whole words of offices for what a roll of elders says of a person. What is not listed is asked about.
import type { Calendar, Diet, Mobility, PhotoConsent, Sex } from '../birthdays/elder';
import { means, saysNo, saysYes, type Words } from './words';

export const sex: Words<Sex> = [
	['female', means('女 女性 f female')],
	['male', means('男 男性 m male')]
];

/** The words for either calendar. */
export const calendarChoice: Words<Calendar> = [
	['lunar', means('农 阴 旧 古 农历 阴历 旧历 古历 lunar')],
	['solar', means('公 阳 新 国 公历 阳历 新历 国历 solar')]
];

export const mobility: Words<Mobility> = [
	['homebound', means('出不了门 不能出门 不便出门 卧床 长期卧床 卧床不起 瘫痪 失能 完全失能 不能自理 homebound')],
	['wheelchair', means('轮椅 坐轮椅 需轮椅 要轮椅 wheelchair')],
	[
		'needs-arm',
		means(
			'要扶 需扶 要人扶 需要人扶 需人搀扶 要人搀扶 走路要人扶 搀扶 扶着走 拄拐 拐杖 用拐杖 拄拐杖 不便 行动不便 腿脚不便 不方便 半自理 部分自理 差 较差 需搀扶 needsanarm arm'
		)
	],
	[
		'walks',
		means(
			'好 良好 正常 行动正常 自理 能自理 完全自理 生活自理 能走 自己能走 自己走 方便 行动方便 行动自如 健康 健 硬朗 walks'
		)
	]
];

export const diet: Words<Diet> = [
	['any', means('无 没有 没有忌口 无忌口 不忌口 不忌 正常 不限 都可以 都行 普通 anything any')],
	['halal', means('清真 要清真 吃清真 halal')],
	['vegetarian', means('素 素食 吃素 吃斋 vegetarian')],
	['low-sugar', means('少糖 低糖 无糖 忌糖 不吃糖 控糖 糖尿病 糖尿病人 不要糖 littlesugar low-sugar')],
	['soft', means('软 软烂 要软烂 软食 要软 烂 煮烂 稀 稀饭 流食 softfood soft')],
	['light', means('清淡 要清淡 吃清淡 少盐 低盐 不辣 不吃辣 忌辣 少油 少油少盐 lightfood light')]
];

export const photo: Words<PhotoConsent> = [
	['unasked', means('还没问 没问 没有问 未问 未征求 未征求意见 notaskedyet unasked')],
	['no', means(`${saysNo} 不同意 不同意照 不同意拍 不愿意 不愿 不要 不 declined`)],
	['yes', means(`${saysYes} 同意 同意照 同意拍 同意照、同意用 同意照,同意用 愿意 可以 1 agreed`)]
];
