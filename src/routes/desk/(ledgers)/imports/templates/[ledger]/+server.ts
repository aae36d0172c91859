import { error } from '@sveltejs/kit';
import { isKeptOn, type AddedWork } from '$lib/domain/activities/added-work';
import {
	isLedger,
	ledgerDefinitions,
	markOf,
	namedKinds,
	type Ledger,
	type LedgerColumn
} from '$lib/domain/ledgers/ledgers';
import type { Context } from '$lib/server/context';
import { xlsxType } from '$lib/server/ledgers/files/ledger-file';
import { toTemplate, type TemplateColumn } from '$lib/server/ledgers/files/template-file';
import { scopeOf } from '$lib/server/people/rights';
import { m } from '$lib/paraglide/messages.js';
import { choicesOf } from '$lib/ui/ledgers/column-words';
import { exampleOf } from '$lib/ui/ledgers/example-words';
import { choiceTexts } from '$lib/ui/ledgers/import-words';
import { ledgerColumnWords, ledgerWords } from '$lib/ui/ledgers/ledger-words';
import { unitName } from '$lib/ui/units/unit-name';
import type { RequestHandler } from './$types';

/** A blank ledger to be filled in: its headings, a line of examples, and lists of the words to choose from. It comes in as it is. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const ctx = locals.context;
	if (!isLedger(params.ledger)) error(404);
	const { columns } = ledgerDefinitions[params.ledger];
	const kinds = namedKinds(params.ledger);
	const villages = (await ctx.firstUnits({ scope: scopeOf(ctx), kinds })).map(unitName);
	const added = await openKinds(ctx);
	const title = ledgerWords[params.ledger].name();
	const body = await toTemplate({
		title,
		hint: `${m.imports_template_lede()} * ${m.imports_required()} (*) ${m.imports_required_sometimes()}`,
		example: m.imports_template_example(),
		columns: columns.map((column) => describe(params.ledger as Ledger, column, { villages, added, day: ctx.today() }))
	});
	const name = encodeURIComponent(`${m.imports_template_file({ ledger: title })}.xlsx`);
	return new Response(body, {
		headers: {
			'content-type': xlsxType,
			'content-disposition': `attachment; filename="${params.ledger}.xlsx"; filename*=UTF-8''${name}`,
			'cache-control': 'no-store'
		}
	});
};

/** What the town added, without kinds that are closed. */
async function openKinds(ctx: Context): Promise<AddedWork> {
	const { campaigns, kinds } = await ctx.registry();
	return { campaigns, kinds: kinds.filter((kind) => isKeptOn(kind, ctx.today())) };
}

/** What all columns of a template are made of. */
interface Made {
	villages: string[];
	added: AddedWork;
	day: string;
}

function describe(ledger: Ledger, column: LedgerColumn, { villages, added, day }: Made): TemplateColumn {
	const words = choicesOf(ledgerColumnWords[column], added);
	const choices = column === 'village' ? villages : (choiceTexts(column, added) ?? []);
	const example = exampleOf(ledger, column, day);
	return {
		label: ledgerColumnWords[column].heading() + markOf(ledger, column),
		choices,
		example: column === 'village' ? (villages[0] ?? '') : (words?.[example]?.() ?? example)
	};
}
