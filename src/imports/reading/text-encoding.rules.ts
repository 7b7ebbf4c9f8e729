import type { Encoding } from '../import.types.js';

/** Whether bytes that are all here are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** How to decode a text, by its byte order mark; without one it is UTF-8, or else what French Windows writes. */
export function encodingOf(head: Uint8Array, validUtf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (!validUtf8) return 'windows-1252';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8-bom' : 'utf-8';
}

/** The text of a file, without its byte order mark and with plain line ends. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
  // In one go, Node 20 takes windows-1252 for latin1 and loses its apostrophes and dashes.
  const text = decoder.decode(bytes, { stream: true }) + decoder.decode();
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
