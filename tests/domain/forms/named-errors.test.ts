import { expect, test } from 'vitest';
import { nameErrors, nameMark } from '../../../src/lib/ui/elements/named-errors';

const error = (id: string, message: string) => `<li><a href="#${id}">${nameMark}${message}</a></li>`;
const fields =
	'<label for="tablesPlanned">一共多少桌<span class="must">必填</span></label><label for="x-hostName">户主姓名</label>' +
	'<fieldset class="field" id="occasion" tabindex="-1"><!--[--><legend>为什么事办<span>必填</span></legend></fieldset>';

test('each message of an error summary names its field as its label or legend does', () => {
	expect(nameErrors(error('tablesPlanned', '这里要填数字。') + fields, '：')).toContain(
		'<a href="#tablesPlanned">一共多少桌：这里要填数字。</a>'
	);
	expect(nameErrors(error('occasion', '请选一个。') + fields, '：')).toContain('>为什么事办：请选一个。<');
});

test('one that names it itself, or whose field has no name, stays as it is; what people type makes no mark', () => {
	expect(nameErrors(error('x-hostName', '请写户主姓名。') + fields, '：')).toContain('>请写户主姓名。<');
	expect(nameErrors(error('none', '这里要填数字。') + fields, ': ')).toContain('>这里要填数字。<');
	expect(nameErrors(`<p>${nameMark}</p>`, ': ')).toBe(`<p>${nameMark}</p>`);
});
