// css-tree's parts have no types of their own; its whole would bring the grammar tables, which are not needed here.
declare module 'css-tree/parser' {
  import type { parse } from 'css-tree';
  const part: typeof parse;
  export default part;
}
declare module 'css-tree/generator' {
  import type { generate } from 'css-tree';
  const part: typeof generate;
  export default part;
}
declare module 'css-tree/walker' {
  import type { walk } from 'css-tree';
  const part: typeof walk;
  export default part;
}
declare module 'css-tree/utils' {
  export { ident } from 'css-tree';
}
