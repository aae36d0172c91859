import { load as parse } from 'cheerio';
import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { askReleaseWithdrawal } from '../../../src/lib/server/releases/release-withdrawals';
import { readReleased } from '../../../src/routes/desk/(reviews)/closings/[id=id]/read-released';
import Released from '../../../src/routes/desk/(reviews)/closings/[id=id]/Released.svelte';
import { closeWell, evenYear, freshTown, id, retake, town, withdraw } from './release-town';

freshTown();

type Props = ComponentProps<typeof Released>;

/** What the page of a closing says of requests to withdraw, and of what they take back. */
async function pageText(locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> {
	const released: Props['released'] = await readReleased(town.as('zhou'), town.units.town, 2024);
	overwriteGetLocale(() => locale);
	const props = { released, unit: locale === 'en' ? 'Test Town' : '测试镇', mayWithdraw: true, newId: id() };
	const { body } = render(Released, {
		props,
		context: new Map([
			[
				'__request__',
				{ page: { data: {}, url: new URL('http://localhost/desk/closings/1'), form: null, state: {}, params: {} } }
			]
		])
	});
	overwriteGetLocale(() => 'zh-CN');
	return parse(body).text().replaceAll(/\s+/g, ' ');
}

it('a request to withdraw names the figure, the place and the year, and so does what became of it', async () => {
	await evenYear(2024);
	const closing = await closeWell('2024');
	expect(await pageText()).toContain(
		'撤回的是测试镇2024年公布过的这个指标，各月和全年的数都在内；从别的指标能算出这个数的，那几个一起撤回；其他指标、别的年份不变。'
	);
	const asked = { unitId: town.units.town, figure: 'banquets-declared', year: 2024, reason: '整批导错了' };
	expect(await askReleaseWithdrawal(town.as('zhou'), { id: id(), ...asked })).toEqual({ ok: true });
	expect(await pageText()).toMatch(/申请撤回测试镇2024年公布的“宴席报备”：整批导错了/);
	expect(await pageText('en')).toMatch(/to withdraw “Banquets declared” of Test Town, 2024: 整批导错了/);

	await withdraw(2024);
	expect(await pageText()).toMatch(/测试镇2024年公布的“办宴数量”已撤回（.*）：整批导错了。下一次定稿时重新公布。/);
	town.clock.advance(60_000);
	await retake(closing);
	expect(await pageText(), 'it is published again').toMatch(
		/测试镇2024年公布的“办宴数量”撤回过（.*）：整批导错了。更正后已经重新公布。/
	);
});
