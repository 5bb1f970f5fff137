/** What oxc-parser is made of: the same results, of which each part is made when it is asked for. */
declare module 'oxc-parser/src-js/bindings' {
  export { parseSync } from 'oxc-parser';
}
