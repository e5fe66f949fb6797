/** Names of which one is said for another, where neither begins the other: "Bill" is William. */
const groups = `
  alexander alexandra alexandria sandy sasha xander
  andrew drew
  anthony antony tony
  barbara babs
  charles chuck
  christopher christine christina kit
  deborah debra debbie
  dorothy dot dotty
  edward ted teddy ned eddie
  eleanor elinor nell nelly ellie
  elizabeth elisabeth beth betty bess liz lizzie lisa libby
  florence flo florrie
  frances francis fanny frank
  henry harry hal
  isabel isabella isobel bella izzy
  jacqueline jackie jacqui
  james jim jimmy jamie
  jennifer jenny
  john jack johnny
  katherine catherine kathryn kate katie kathy cathy kitty
  lawrence laurence larry
  leslie lesley les
  margaret maggie meg peggy madge daisy
  martha patty
  mary molly polly
  michael mike mick mikey
  michelle shelly
  patricia trish tricia paddy patrick patsy
  philippa pip pippa
  rebecca becky becca
  richard rick ricky dick
  robert bob bobby rob
  sarah sara sally sadie
  susan suzanne sue susie
  theresa teresa tess tessa terry
  thomas tom tommy
  victoria vicky
  william bill billy will willy liam
`;

const groupOf: ReadonlyMap<string, number> = new Map(
  groups
    .trim()
    .split('\n')
    .flatMap((line, group) =>
      line
        .trim()
        .split(' ')
        .map((name) => [name, group] as const),
    ),
);

/** Whether these are two ways of saying one name. Both in small letters without accents. */
export function isShortFor(one: string, other: string): boolean {
  const group = groupOf.get(one);
  return group !== undefined && group === groupOf.get(other);
}
