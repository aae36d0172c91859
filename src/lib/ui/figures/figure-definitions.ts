import { figureIds, type FigureId } from '$lib/domain/figures/figure';
import { figureWords } from './figure-words';

/** The definitions of all figures (统计口径) in both languages, as they are worded now: what a snapshot keeps. */
export function figureDefinitions(): Record<FigureId, { 'zh-CN': string; en: string }> {
	return Object.fromEntries(
		figureIds.map((id) => {
			const { definition } = figureWords[id];
			return [id, { 'zh-CN': definition({}, { locale: 'zh-CN' }), en: definition({}, { locale: 'en' }) }];
		})
	) as Record<FigureId, { 'zh-CN': string; en: string }>;
}
