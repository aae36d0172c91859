// `node src/i18n/compile.js`: compiles the message files without a build, for the type check and the linter, which need the declarations.
import { compile } from '@inlang/paraglide-js';
import { compilerOptions } from './compiler-options.js';

await compile({ ...compilerOptions, emitTsDeclarations: true });
