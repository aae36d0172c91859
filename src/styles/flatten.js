import { readFileSync } from 'node:fs';
import cascadeLayers from '@csstools/postcss-cascade-layers';
import nesting from 'postcss-nesting';

const layers = readFileSync(new URL('./layers.css', import.meta.url), 'utf8');

/**
 * Puts the order of the layers before a sheet, so that each sheet counts the same layers.
 * @type {import('postcss').Plugin}
 */
const layerOrder = {
	postcssPlugin: 'layer-order',
	Once: (root, { parse }) => void root.prepend(parse(layers))
};

/**
 * Writes a weight of several ids as one `:not`: `:not(#\#):not(#\#)` becomes `:not(#_#_)`, which weighs the same and is shorter.
 * @type {import('postcss').Plugin}
 */
const shortWeights = {
	postcssPlugin: 'short-weights',
	OnceExit(root) {
		root.walkRules((rule) => {
			rule.selector = rule.selector.replace(/(:not\(#\\#\))+/g, (all) => `:not(${'#_'.repeat(all.length / 9)})`);
		});
	}
};

/**
 * What PostCSS does to every sheet, ours and a component's. An engine before Chrome 99 ignores all that is in a layer, so each
 * layer is written as a weight: `.tag` of the fourth layer becomes `.tag:not(#_#_#_)`.
 * Nested rules come first: left nested, the weights of a rule and of the rule around it would add up.
 */
export const flatten = [layerOrder, nesting(), cascadeLayers(), shortWeights];

/** The oldest engines for which the minifier writes. For newer ones it would write `(width <= 30rem)`, which is Chrome 104. */
export const cssTarget = ['chrome88', 'edge88', 'firefox91', 'safari14.1', 'ios14.5'];
