// Connections: one pool for each way to the web (direct, or through a proxy), at most six to a host.

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

/** As browsers do (RFC 9112, section 9.4, asks for restraint). */
const connectionsPerHost = 6;

export interface AgentPair {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

export interface AgentPool {
  /** The agents for a proxy's URL, or for a direct connection with null. Throws on a proxy of an unknown scheme. */
  agentsFor(proxy: string | null): AgentPair;
  close(): void;
}

/** Whether a proxy of this address can be used. */
export function isProxyAddress(proxy: string): boolean {
  return URL.canParse(proxy) && /^(https?|socks(4a?|5h?)?):$/.test(new URL(proxy).protocol);
}

export function createAgentPool(): AgentPool {
  const pairs = new Map<string | null, AgentPair>();
  return {
    agentsFor(proxy) {
      const known = pairs.get(proxy);
      if (known !== undefined) return known;
      const made = makePair(proxy);
      pairs.set(proxy, made);
      return made;
    },
    close() {
      for (const pair of pairs.values()) {
        pair.http.destroy();
        pair.https.destroy();
      }
      pairs.clear();
    },
  };
}

function makePair(proxy: string | null): AgentPair {
  const options = { keepAlive: true, maxSockets: connectionsPerHost };
  if (proxy === null) return { http: new HttpAgent(options), https: new HttpsAgent(options) };
  const { protocol } = new URL(proxy);
  switch (protocol) {
    case 'http:':
    case 'https:':
      // The proxy agents pass for Node's: an https request asks its agent only for a connected socket.
      return { http: new HttpProxyAgent(proxy, options), https: new HttpsProxyAgent(proxy, options) };
    case 'socks:':
    case 'socks4:':
    case 'socks4a:':
    case 'socks5:':
    case 'socks5h:': {
      const agent = new SocksProxyAgent(proxy, options);
      return { http: agent, https: agent };
    }
    default:
      throw new Error(`a proxy of an unknown kind: ${protocol}`);
  }
}
