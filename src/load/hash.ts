import { sha256 as digest } from '@noble/hashes/sha2.js';

/** The SHA-256 of a text in UTF-8, or of bytes, in lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  const bytes = digest(typeof data === 'string' ? new TextEncoder().encode(data) : data);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
