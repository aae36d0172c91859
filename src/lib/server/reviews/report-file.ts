import {
	AlignmentType,
	convertMillimetersToTwip,
	Document,
	Footer,
	LineRuleType,
	Packer,
	PageNumber,
	Paragraph,
	TextRun,
	type IParagraphOptions
} from 'docx';
import { textOf, type PrintedLine } from '$lib/domain/reviews/printed-report';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The fonts of official documents, and what a machine without them may take instead. */
const fonts = {
	title: { name: '方正小标宋_GBK', instead: '宋体' },
	heading: { name: '黑体', instead: 'SimHei' },
	body: { name: '仿宋_GB2312', instead: '仿宋' },
	page: { name: '宋体', instead: 'SimSun' }
} as const;
const latin = 'Times New Roman';

const fontOf = (use: keyof typeof fonts) => ({
	ascii: latin,
	hAnsi: latin,
	cs: latin,
	eastAsia: fonts[use].name,
	hint: 'eastAsia'
});

/** A line is 28 points high, whatever it holds. Twentieths of a point. */
const spacing = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

export interface ReportFile {
	lines: readonly PrintedLine[];
	/** Of the document's properties: title, who made it. */
	title: string;
	creator: string;
}

/**
 * A review as a DOCX file in the layout of official documents (GB/T 9704-2012: A4, margins 37/35/28/26 mm, title 二号,
 * body 仿宋 三号 with two characters' indent, page number between dashes). Figures are plain text in it.
 */
export async function toReportFile({ lines, title, creator }: ReportFile): Promise<Uint8Array<ArrayBuffer>> {
	const page = fontOf('page');
	const document = new Document({
		title,
		creator,
		lastModifiedBy: creator,
		description: title,
		styles: { default: { document: { run: { font: fontOf('body'), size: 32, language: { eastAsia: 'zh-CN' } } } } },
		sections: [
			{
				properties: {
					page: {
						size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
						margin: {
							top: convertMillimetersToTwip(37),
							bottom: convertMillimetersToTwip(35),
							left: convertMillimetersToTwip(28),
							right: convertMillimetersToTwip(26),
							footer: convertMillimetersToTwip(25)
						}
					}
				},
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								alignment: AlignmentType.CENTER,
								children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: page, size: 28 })]
							})
						]
					})
				},
				children: lines.map(paragraphOf)
			}
		]
	});
	const overrides = [{ path: 'word/fontTable.xml', data: fontTable() }];
	return new Uint8Array(await Packer.pack(document, 'arraybuffer', false, overrides));
}

const styles: Record<PrintedLine['kind'], { font: keyof typeof fonts; size: number; options: IParagraphOptions }> = {
	title: {
		font: 'title',
		size: 44,
		options: { alignment: AlignmentType.CENTER, outlineLevel: 0, spacing: { ...spacing, line: 680, before: 280 } }
	},
	subtitle: {
		font: 'body',
		size: 32,
		options: { alignment: AlignmentType.CENTER, spacing: { ...spacing, after: 280 } }
	},
	heading: {
		font: 'heading',
		size: 32,
		options: { outlineLevel: 1, keepNext: true, indent: { firstLineChars: 200, firstLine: 640 }, spacing }
	},
	paragraph: {
		font: 'body',
		size: 32,
		options: { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200, firstLine: 640 }, spacing }
	}
};

function paragraphOf(line: PrintedLine): Paragraph {
	const { font, size, options } = styles[line.kind];
	const whole = textOf(line);
	// A title is one run, so that a search in Word finds it whole.
	const parts = line.kind === 'paragraph' ? line.parts : [{ text: whole, isStrong: false }];
	return new Paragraph({
		...options,
		children: parts.map(({ text, isStrong }) => new TextRun({ text, size, bold: isStrong, font: fontOf(font) }))
	});
}

/** Word and WPS take the other name where the first is not installed. */
function fontTable(): string {
	const rows = Object.values(fonts).map(
		({ name, instead }) =>
			`<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`
	);
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${latin}"><w:family w:val="roman"/></w:font>${rows.join('')}</w:fonts>`;
}
