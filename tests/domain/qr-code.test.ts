import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { drawQrCode } from '$lib/ui/elements/qr-code';

const address = (nth: number) => `https://xinfeng.example/s/${nth}`;

test('the drawing has the dots of the code', () => {
	const { size, dark } = drawQrCode(address(0));
	const dots = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	for (const [, x, y, length] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		dots[Number(y)]!.fill(true, Number(x), Number(x) + Number(length));
	expect(dots).toEqual(encode(address(0), { ecc: 'M', border: 4 }).data);
});

test('a code is made once; of many the one that was asked for longest ago is let go', () => {
	const first = drawQrCode(address(1));
	expect(drawQrCode(address(1))).toBe(first);
	for (let nth = 2; nth <= 500; nth++) drawQrCode(address(nth));
	expect(drawQrCode(address(1)), 'asked for again, it is the newest').toBe(first);
	for (let nth = 501; nth <= 999; nth++) drawQrCode(address(nth));
	expect(drawQrCode(address(1))).toBe(first);
	for (let nth = 1000; nth <= 1499; nth++) drawQrCode(address(nth));
	expect(drawQrCode(address(1))).not.toBe(first);
});
