// The limits of the web, with waits that a test can wait for and sizes that it can send.

import { httpLimits, type HttpLimits } from '../../main/adapters/http/limits.ts';

const waits = { lookup: 5_000, connect: 2_000, secureConnect: 2_000, headers: 1_500, idle: 1_500 };

export const shortLimits: HttpLimits = {
  ...httpLimits,
  page: waits,
  resource: waits,
  whole: 5_000,
  bytes: { page: 8_000_000, image: 8_000_000, style: 1_000_000, font: 1_000_000, media: 1_000_000 },
};
