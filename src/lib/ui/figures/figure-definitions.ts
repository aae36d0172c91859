import type { Registry } from '$lib/domain/figures/registry';
import { figureWords } from './figure-words';

/** The definitions of a town's figures (统计口径) in both languages, as they are worded now: what a snapshot keeps. */
export function figureDefinitions(registry: Registry): Record<string, { 'zh-CN': string; en: string }> {
	return Object.fromEntries(
		registry.figures.map(({ id }) => {
			const { definition } = figureWords(id, registry);
			return [id, { 'zh-CN': definition({}, { locale: 'zh-CN' }), en: definition({}, { locale: 'en' }) }];
		})
	);
}
