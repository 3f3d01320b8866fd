import { type Fault, filesOf } from './fault.ts';
import { calleeName, type Node, nameOf, parse, walk } from './syntax.ts';

const localZone = /^(get|set)(Full)?(Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$|^toLocale(Date|Time)?String$/;

/** What a node of the domain takes from the clock, from chance or from the time zone of the machine; undefined where it takes nothing. */
function impurity(node: Node): string | undefined {
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && !(node['arguments'] as unknown[] | undefined)?.length)
    return 'new Date()';
  if (node.type === 'CallExpression' && nameOf(node['callee']) === 'Date') return 'Date()';
  if (node.type === 'MemberExpression') {
    const text = `${nameOf(node['object']) ?? ''}.${nameOf(node['property']) ?? ''}`;
    if (['Date.now', 'Math.random'].includes(text)) return text;
    if (/^(globalThis|Temporal|performance|crypto|Intl)\./.test(text)) return text;
  }
  if (node.type === 'CallExpression' && localZone.test(calleeName(node['callee']) ?? '')) return `${calleeName(node['callee'])}()`;
  return undefined;
}

const rules = (root: string) =>
  filesOf(root, 'areas/*/domain/**/*.ts', 'platform/decider/**/*.ts', 'platform/lists/*.ts').filter(
    (file) => !/\.test\.ts$|(^|\/)testing\.ts$|\.d\.ts$/.test(file),
  );

/** The compiler refuses the use of a clock's value; this refuses reading the clock, and the machine's time zone. */
export function impureDomain(root: string): Fault[] {
  return rules(root).flatMap((file) => {
    const faults: Fault[] = [];
    const source = parse(root, file);
    walk(source.tree, (node) => {
      const found = impurity(node);
      if (found)
        faults.push({
          file,
          line: source.lineOf(node),
          says: `${found} asks the machine. A rule knows the time from context.now and context.today, an id from context.newId().`,
        });
    });
    return faults;
  });
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Where those ids are that every record knows. */
const idsOfAll = 'platform/decider/decider.ts';

/** Ids that are written into a rule: two of them may be the same, for different things. */
export function idsByHand(root: string): Fault[] {
  return rules(root)
    .filter((file) => file !== idsOfAll)
    .flatMap((file) => {
      const faults: Fault[] = [];
      const source = parse(root, file);
      walk(source.tree, (node) => {
        if (node.type === 'StringLiteral' && id.test(String(node['value'])))
          faults.push({
            file,
            line: source.lineOf(node),
            says: `${node['value']} is an id written by hand. What there is one of at most has soleId; another id comes with the input or from context.newId().`,
          });
      });
      return faults;
    });
}
