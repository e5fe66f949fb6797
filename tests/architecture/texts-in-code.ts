import { parseAst } from 'vite';

/** What a person reads, hears or is told by their browser. */
const spoken = new Set(['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'label', 'placeholder', 'title']);

interface Node {
  type: string;
  [part: string]: unknown;
}

/** The texts for a person that stand in a screen's code, where no other language can reach them. */
export function textsInCode(code: string): string[] {
  const texts: string[] = [];
  visit(parseAst(code, { lang: 'tsx' }) as unknown as Node, undefined, texts);
  return texts.filter((text) => /\p{L}/u.test(text));
}

function visit(node: Node, parent: Node | undefined, texts: string[]): void {
  if (node.type === 'JSXText') texts.push(String(node.value).trim());
  else if (node.type === 'JSXExpressionContainer' && isShown(parent))
    texts.push(...writtenOut(node.expression as Node));
  else if (node.type === 'JSXAttribute' && isShown(node) && isNode(node.value)) texts.push(...writtenOut(node.value));
  for (const part of Object.values(node).flat()) if (isNode(part)) visit(part, node, texts);
}

// Between tags, or in an attribute that somebody hears.
function isShown(node: Node | undefined): boolean {
  if (node?.type === 'JSXElement' || node?.type === 'JSXFragment') return true;
  return node?.type === 'JSXAttribute' && isNode(node.name) && spoken.has(String(node.name.name));
}

// A literal, and one that is chosen; what is handed to a function, such as a key, is none.
function writtenOut(node: Node): string[] {
  if (node.type === 'Literal') return [String(node.value ?? '')];
  if (node.type === 'TemplateLiteral') {
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  }
  const chosen = { ConditionalExpression: ['consequent', 'alternate'], LogicalExpression: ['left', 'right'] }[
    node.type
  ];
  return (chosen ?? []).flatMap((part) => writtenOut(node[part] as Node));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
