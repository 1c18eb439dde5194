// The part of opencc-js that its own types leave out.

declare module 'opencc-js/dict/TSCharacters' {
  /** `from to|from to|…` */
  const pairs: string;
  export default pairs;
}
