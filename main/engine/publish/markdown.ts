import type { Material, Publication } from './material.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
export async function writeMarkdown(material: Material): Promise<Result<Publication>> { return fail('unsupported', material.name); }
