import { type Fault, filesOf } from './fault.ts';
import { type Node, nameOf, parse, walk } from './syntax.ts';

/** Areas whose choices say something of a child, a carer or what is done for them, of a partner, or of what somebody may do. */
const aboutPeople = '{cases,referrals,suspects,risks,forms,protection,partners,accounts}';

/** What says that a choice was made for whoever fills in the form: a word of the program, not of a record. */
function chosen(value: Node | undefined): string | undefined {
  switch (value?.type) {
    case 'StringLiteral':
      return (value['value'] as string) || undefined;
    case 'BinaryExpression':
      return ['??', '||'].includes(value['operator'] as string) ? chosen(value['right'] as Node) : undefined;
    case 'ConditionalExpression':
      return chosen(value['consequent'] as Node) ?? chosen(value['alternate'] as Node);
    case 'TsAsExpression':
    case 'TsConstAssertion':
    case 'ParenthesisExpression':
      return chosen(value['expression'] as Node);
    case 'ArrayExpression':
      return (value['elements'] as ({ expression: Node } | null)[]).map((one) => chosen(one?.expression)).find(Boolean);
    case 'MemberExpression': {
      const property = value['property'] as Node;
      return property.type === 'Computed' && (property['expression'] as Node).type === 'NumericLiteral' ? 'the first of a list' : undefined;
    }
    default:
      return undefined;
  }
}

const stated: readonly (string | undefined)[] = ['held', 'starts', 'usual'];
const keyOf = ({ key }: Node & { key?: Node }) => nameOf(key) ?? (key?.['value'] as string | undefined);

/** Choices that a form makes for whoever fills it in, where they judge a child or what is done for them. */
export function preselected(root: string): Fault[] {
  return filesOf(root, `areas/${aboutPeople}/web/**/*.{ts,tsx}`).flatMap((file) => {
    const source = parse(root, file);
    const faults: Fault[] = [];
    const look = (value: Node | undefined) => {
      if (value?.type === 'ConditionalExpression') {
        look(value['consequent'] as Node);
        look(value['alternate'] as Node);
      }
      const inside = value?.type === 'ObjectExpression' ? (value['properties'] as Node[]).map((one) => one['value'] as Node) : [value];
      for (const one of inside) {
        const word = chosen(one);
        if (one && word)
          faults.push({
            file,
            line: source.lineOf(one),
            says: `fills in "${word}" for whoever uses the form. No judgement has a default.`,
          });
      }
    };
    walk(source.tree, (node) => {
      // The properties of an object have no place in the file of their own, and are not walked.
      if (node.type === 'ObjectExpression') {
        const properties = node['properties'] as Node[];
        // What a list shows first judges nobody: its filters stand in the address of the page.
        const isList = properties.some((one) => keyOf(one) === 'address');
        for (const property of isList ? [] : properties) if (stated.includes(keyOf(property))) look(property['value'] as Node);
      }
      // What a control that is made by hand starts with; what a record says of it may stand first.
      if (node.type === 'CallExpression' && nameOf(node['callee']) === 'useState') {
        const [first] = node['arguments'] as { expression: Node }[];
        const word =
          first?.expression.type === 'StringLiteral' || first?.expression.type === 'ArrayExpression' ? chosen(first.expression) : undefined;
        if (word) look(first!.expression);
      }
      if (node.type === 'JSXAttribute' && stated.includes(nameOf(node['name'])))
        look((node['value'] as { expression?: Node } | undefined)?.expression ?? (node['value'] as Node));
    });
    return faults;
  });
}
