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
 * What PostCSS does to every sheet, ours and a component's. An engine before Chrome 99 ignores all that is in a layer, so each
 * layer is written as a weight: `.tag` of the fourth layer becomes `.tag:not(#\#):not(#\#):not(#\#)`.
 * Nested rules come first: left nested, the weights of a rule and of the rule around it would add up.
 */
export const flatten = [layerOrder, nesting(), cascadeLayers()];

/** The oldest engines for which the minifier writes. For newer ones it would write `(width <= 30rem)`, which is Chrome 104. */
export const cssTarget = ['chrome88', 'edge88', 'firefox91', 'safari14.1', 'ios14.5'];
