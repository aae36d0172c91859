import { describe, expect, test } from 'vitest';
import { columnFacts, type LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { readChoice } from '../../../src/lib/domain/ledgers/words';

const choiceOf = (column: LedgerColumn, text: string) => readChoice(columnFacts(column).words!, text);

describe('a kind of work is known', () => {
	test.each([
		['召开村民大会', 'villagers-meeting'],
		['组织召开院坝会', 'villagers-meeting'],
		['村民大会活动', 'villagers-meeting'],
		['学习村规民约', 'village-rule-study'],
		['组织村规民约学习', 'village-rule-study'],
		['村规民约宣传活动', 'village-rule-study'],
		['召开工作部署会', 'deployment-meeting'],
		['参加业务培训', 'deployment-meeting'],
		['播放广播', 'appeal-broadcast'],
		['播出倡议书', 'appeal-broadcast'],
		['大喇叭播放', 'appeal-broadcast'],
		['村村响宣传', 'appeal-broadcast'],
		['开展一条龙联合检查', 'caterer-inspection'],
		['一条龙检查工作', 'caterer-inspection'],
		['刊发新闻稿', 'media-report'],
		['发布媒体报道', 'media-report'],
		['收到群众投诉', 'complaint'],
		['处理信访件', 'complaint'],
		['核实为零', 'checked-zero'],
		['零投诉', 'checked-zero'],
		['组织残疾人体检', 'disability-check-up'],
		['残疾人体检活动', 'disability-check-up'],
		['开展义诊', 'health-service'],
		['送卫生下乡活动', 'health-service'],
		['组织清明祭英烈', 'martyr-tribute'],
		['祭扫活动', 'martyr-tribute'],
		['开展国防教育', 'defence-education'],
		['国防教育进校园活动', 'defence-education'],
		['组织国防电影放映', 'defence-film'],
		['放电影活动', 'defence-film'],
		['制作国防宣传展板', 'defence-board'],
		['摆放展板', 'defence-board'],
		['开展垃圾分类宣传', 'waste-sorting'],
		['垃圾分类宣传活动', 'waste-sorting'],
		['张贴标语', 'slogan'],
		['悬挂横幅', 'slogan'],
		['文化墙宣传', 'slogan'],
		['其他', 'other']
	] as const)('%s: %s', (text, kind) => expect(choiceOf('kind', text)).toBe(kind));

	test.each(['召开', '活动', '张贴', '村民大会和培训', '悬挂', '宣传', '播放', '收到', '召开垃圾', '刊发'])(
		'%s is none',
		(text) => expect(choiceOf('kind', text)).toBeNull()
	);
});

describe('what a month had none of is known', () => {
	test.each([
		['投诉', 'complaint'],
		['劝停“无事酒”', 'dissuasion'],
		['劝停', 'dissuasion'],
		['办宴', 'banquet'],
		['村民大会', 'villagers-meeting'],
		['村规民约', 'village-rule-study'],
		['倡议书广播', 'appeal-broadcast'],
		['送卫生下乡', 'health-service'],
		['国防电影', 'defence-film'],
		['垃圾分类', 'waste-sorting']
	] as const)('%s: %s', (text, kind) => expect(choiceOf('zeroKind', text)).toBe(kind));
});
