// proxy-from-env ships no types.
declare module 'proxy-from-env' {
  /** The proxy's URL by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY (either case), or an empty string. */
  export function getProxyForUrl(url: string): string;
}
