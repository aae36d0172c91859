// The architecture of docs/STYLE.md as lint rules: which folder may import what, and why not the rest.
import { roomRule } from './rooms.js';

const up = String.raw`(\$lib/|(\.\./)+(lib/)?)`;

const drizzle = {
	regex: '^(drizzle-orm|@libsql/client)(/|$)',
	message:
		'Only src/lib/server/db speaks to the database, so that statements have one home. Put the query there and call it.'
};
const lucia = {
	regex: '^(lucia|@lucia-auth/.*)$',
	message:
		'Lucia is no longer developed: only src/lib/server/people/sessions.ts knows it, so that one file replaces it.'
};
const server = {
	regex: `^${up}server/`,
	message:
		'Nothing on the server can reach a browser: pages hand their data down as props. Share rules through lib/domain.'
};
const routes = {
	regex: String.raw`^(\.\./)+routes/|^(\.\./)*(routes/.*)?(\+|\$types)`,
	message: 'Arrows point down: routes call this, never the other way round.'
};
const web = {
	regex: String.raw`^(@sveltejs/kit|\$app/|\$lib/ui/|(\.\./)+ui/|\$lib/paraglide/|(\.\./)+paraglide/)`,
	message:
		'A service knows no web and no words: it answers with values, and the route turns them into pages (also for jobs and tests).'
};
const edge = {
	regex: '(^|/)(form|act|error-page|busy-answer|keep-page|open-record|slip-cookie|people-cookie)$',
	message: "Reading forms and setting cookies is the routes' task: a service gets checked data."
};
const environment = {
	regex: String.raw`^\$env/`,
	message: 'Settings are read once at boot (src/boot/settings.js) and handed on.'
};
const ownRandomness = {
	regex: '^uuid$',
	message: 'Randomness is a parameter: use ctx.newId(), so that tests can repeat a run.'
};
const schema = {
	regex: String.raw`(^|/)db/schema(/|$)`,
	message:
		'Tables are known in src/lib/server/db alone, so that they can change without their readers. Ask one of its queries.'
};
const writing = [
	{
		regex: String.raw`(^|/)server/db/(write|client)$`,
		message: 'A route writes through a service, so that rights, audit and idempotency hold by every path.'
	},
	{
		regex: '(^|/)server/db/',
		importNamePattern: '^(insert|update|upsert|delete|remove|replace)([A-Z]|$)',
		message: 'A route may read from the database, but writes through a service.'
	}
];

/** A file of another room on the same floor, or one beside the rooms. */
const room = String.raw`\.\./(?!server/|ui/)[\w-]+(/[\w-]+)?$`;

/** For each folder what it must not import. Where two match a file, the later one counts alone. */
const imports = {
	'src/lib/domain/**': [
		{
			regex: String.raw`^(?!\./|${room}|\$lib/domain/)`,
			message: 'The domain imports only itself: rules stay pure, and readable without the rest.'
		}
	],
	// `diff` computes and does nothing else (decision 33).
	'src/lib/domain/pledges/pledge-diff.ts': [
		{
			regex: String.raw`^(?!\./|${room}|\$lib/domain/|diff$)`,
			message: 'The domain imports only itself, and this file `diff`: rules stay pure, and readable without the rest.'
		}
	],
	'src/lib/forms/**': [
		{
			regex: String.raw`^(?!valibot$|\./|${room}|\$lib/domain/)`,
			message: 'A form schema imports only valibot and the domain: the same one runs in the browser and on the server.'
		}
	],
	'src/lib/server/**/*.ts': [
		drizzle,
		lucia,
		routes,
		web,
		edge,
		environment,
		ownRandomness,
		{ ...schema, allowTypeImports: true }
	],
	'src/lib/server/messages/outbox/*.ts': [drizzle, lucia, routes, web, edge, environment, ownRandomness, schema],
	'src/lib/server/town.ts': [drizzle, lucia, routes, web, environment],
	'src/lib/server/people/sessions.ts': [drizzle, routes, environment, ownRandomness],
	// The web's side of the server folder, for routes and hooks alone.
	'src/lib/server/{form,act,error-page,busy-answer,keep-page,people/open-record,signups/slip-cookie,signups/people-cookie}.ts':
		[drizzle, lucia, routes, environment, ownRandomness],
	'src/lib/server/db/**/*.ts': [
		lucia,
		routes,
		web,
		environment,
		ownRandomness,
		{
			regex: String.raw`^((\.\./){2}(?!\.\./boot/read-connection)|\$lib/(server/(?!db/)|forms/))`,
			message: 'Queries sit below the services: pass in what they need. They import only the domain and Drizzle.'
		}
	],
	'src/lib/server/db/schema/**/*.ts': [
		{
			regex: String.raw`^(?!\./|${room}|(\.\./){4}domain/|drizzle-orm)`,
			message: 'A table imports only the domain (by a relative path, for drizzle-kit), Drizzle and other tables.'
		}
	],
	'src/lib/ui/**': [drizzle, lucia, server, routes, environment, ownRandomness],
	'src/lib/offline/**': [drizzle, lucia, server, routes, environment],
	'src/routes/**': [drizzle, lucia, schema, environment, ownRandomness, ...writing],
	'src/*.ts': [drizzle, lucia, schema]
};

const clock = 'The clock is a parameter: use ctx.now() or ctx.today(), so that tests and the demo can set it.';
const chance = 'Randomness is a parameter: use ctx.newId() or ctx.newCode(), so that tests can repeat a run.';

const folding = {
	selector: "CallExpression[callee.property.name='normalize']",
	message: 'Ask foldText of src/lib/domain/folded-text.ts: a long text with many marks takes normalize() seconds.'
};

const noHiddenInputs = {
	'no-restricted-properties': [
		'error',
		{ object: 'Date', property: 'now', message: clock },
		{ object: 'Math', property: 'random', message: chance },
		{ object: 'crypto', property: 'randomUUID', message: chance },
		{ object: 'process', property: 'env', message: environment.message }
	],
	'no-restricted-syntax': [
		'error',
		{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
		{ selector: "CallExpression[callee.name='Date']", message: clock },
		{
			selector: 'ImportExpression[source.value=/^(drizzle-orm|@libsql|lucia|\\$lib.server|\\$env)/]',
			message: 'Import it statically, so that the rules on imports see it.'
		},
		{
			selector: ':matches(NewExpression, CallExpression)[callee.object.name="Intl"]',
			message:
				'Ask src/lib/ui/formatters.ts: a formatter made anew for every row takes longer than all else, and memory that is not given back.'
		},
		folding
	],
	'no-console': ['error', { allow: ['error', 'warn'] }]
};

const badName = /^(utils?|helpers?|misc|common|manager)s?$/;

/** Refuses the drawers of docs/STYLE.md: a file or folder named after nothing, and a barrel index file. */
const telling = {
	meta: { type: /** @type {const} */ ('problem'), schema: [] },
	/** @param {import('eslint').Rule.RuleContext} context */
	create: (context) => ({
		/** @param {import('eslint').Rule.Node} node */
		Program(node) {
			const [path = ''] = /(?:^|\/)(src|tests|drizzle)\/.*$/.exec(context.filename.replaceAll('\\', '/')) ?? [];
			const words = path.toLowerCase().split(/[/.\-_]/);
			const word = words.find((word) => badName.test(word));
			if (word)
				context.report({ node, message: `"${word}" says nothing: name the file after the noun or verb it holds.` });
			if (/\/index\.[jt]s$/.test(path))
				context.report({ node, message: 'No barrel files: import from the file that holds the thing.' });
		}
	})
};

/** @type {import('eslint').Linter.Config[]} */
export const architecture = [
	{
		files: ['**/*.{js,ts,svelte}'],
		plugins: { xinfeng: { rules: { 'telling-name': telling, room: roomRule } } },
		rules: { 'xinfeng/telling-name': 'error', 'xinfeng/room': 'error' }
	},
	...Object.entries(imports).map(([files, patterns]) => ({
		files: [files],
		rules: { 'no-restricted-imports': /** @type {import('eslint').Linter.RuleEntry} */ (['error', { patterns }]) }
	})),
	{
		files: ['src/lib/**', 'src/routes/**'],
		ignores: ['src/lib/server/town.ts'],
		rules: /** @type {import('eslint').Linter.RulesRecord} */ (noHiddenInputs)
	},
	{
		// Cells are short when they are read (src/boot/ledger-file), and so are addresses.
		files: ['src/lib/domain/{folded-text.ts,ledgers/**,figures/**}'],
		rules: {
			'no-restricted-syntax': /** @type {import('eslint').Linter.RuleEntry} */ (
				noHiddenInputs['no-restricted-syntax'].filter((rule) => rule !== folding)
			)
		}
	}
];
