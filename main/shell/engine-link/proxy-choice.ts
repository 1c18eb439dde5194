// Which proxy an address goes through, by the user's setting.

import { environmentProxy } from '../../adapters/http/environment-proxy.ts';

type ProxyFor = (url: string) => Promise<string | null>;

const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/**
 * `system` is the environment where it names any proxy (its NO_PROXY counts then too), else the system's settings;
 * `none` connects directly; all else is a proxy's URL.
 */
export function chooseProxy(setting: () => string, system: ProxyFor): ProxyFor {
  return async (url) => {
    const chosen = setting();
    if (chosen === 'none') return null;
    if (chosen !== 'system') return chosen;
    return namesProxy(process.env) ? await environmentProxy(url) : await system(url);
  };
}

function namesProxy(environment: NodeJS.ProcessEnv): boolean {
  return variables.some((name) => [name, name.toLowerCase()].some((one) => (environment[one] ?? '') !== ''));
}
