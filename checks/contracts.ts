import { type Fault, filesOf } from './fault.ts';
import { calleeName, firstArgument, type Node, nameOf, parse, walk } from './syntax.ts';

const filesIn = (root: string, folder: string) =>
  filesOf(root, `areas/*/${folder}/**/*.{ts,tsx}`).filter((file) => !/\.test\.tsx?$/.test(file));

/** What `find` says of the nodes of an area's files. */
const faultsIn = (root: string, folder: string, find: (node: Node) => string | undefined): Fault[] =>
  filesIn(root, folder).flatMap((file) => {
    const source = parse(root, file);
    const faults: Fault[] = [];
    walk(source.tree, (node) => {
      const says = find(node);
      if (says) faults.push({ file, line: source.lineOf(node), says });
    });
    return faults;
  });

/** Routes whose contract is not stated in the folder of contracts, where pages and clients find it. */
export const routesWithoutContract = (root: string): Fault[] =>
  faultsIn(root, 'server', (node) => {
    if (node.type !== 'CallExpression') return undefined;
    const name = nameOf(node['callee']);
    const [given] = [firstArgument(node)] as [Node | undefined];
    return name === 'contract' || (name === 'route' && given?.type === 'ObjectExpression')
      ? 'A route needs a contract: state it in the contract folder of its area and give it to route().'
      : undefined;
  });

const reading = /^(useRead|useAsk|useAskLong|usePages|request|call)$/;

/** Answers that a page types by hand, and contracts of which more than the types reaches a page. */
export const mirroredAnswers = (root: string): Fault[] =>
  faultsIn(root, 'web', (node) => {
    if (node.type === 'CallExpression' && reading.test(calleeName(node['callee']) ?? '') && node['typeArguments'])
      return 'The contract says what the answer is: take useRead, useAsk, usePages or call from the api.ts of the area.';
    if (node.type !== 'ImportDeclaration' || node['typeOnly'] || !/\/contract\//.test((node['source'] as { value: string }).value))
      return undefined;
    return (node['specifiers'] as { isTypeOnly?: boolean }[]).every(({ isTypeOnly }) => isTypeOnly)
      ? undefined
      : 'Contracts are for pages types alone (import type): their schemas must not reach the browser.';
  });

/** A cast of a command's input: `command()` infers it from the schema, and a cast would stay when the schema changes. */
export function castInputs(root: string): Fault[] {
  return filesOf(root, 'areas/*/domain/**/*.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const faults: Fault[] = [];
      const source = parse(root, file);
      walk(source.tree, (node) => {
        if (node.type === 'TsAsExpression' && nameOf(node['expression']) === 'input')
          faults.push({
            file,
            line: source.lineOf(node),
            says: 'a cast of `input`. State the command with command(): its schema gives the type.',
          });
      });
      return faults;
    });
}
