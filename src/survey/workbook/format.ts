export type WorkbookFormat = 'xlsx' | 'xls' | 'ods';

/**
 * What a file that is not text is. Told from its first bytes: `zip` is one whose first files do not say more, and an
 * `xls` may turn out to be encrypted when its directory is read.
 */
export type FileFormat =
  | WorkbookFormat
  | 'encrypted'
  | 'xlsb'
  | 'document'
  | 'zip'
  | 'html'
  | 'mhtml'
  | 'xml-2003'
  | 'xml'
  | 'binary';

/** So many bytes decide. */
const DECIDING = 1 << 16;

/** What the file that begins with these bytes is; null when it is text of some encoding. */
export function formatOf(head: Uint8Array): FileFormat | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, DECIDING));
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipFormat(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleFormat(bytes);
  if (isUtf16(bytes)) return markupFormat(withoutNul(bytes));
  return bytes.includes(0) ? 'binary' : markupFormat(bytes.toString('latin1'));
}

function startsWith(bytes: Buffer, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}

/** The names in a zip stand unpacked before each file. */
function zipFormat(bytes: Buffer): FileFormat {
  const text = bytes.toString('latin1');
  if (text.includes('mimetypeapplication/vnd.oasis.opendocument.')) {
    return text.includes('opendocument.spreadsheet') ? 'ods' : 'document';
  }
  if (text.includes('xl/workbook.bin')) return 'xlsb';
  if (text.includes('xl/')) return 'xlsx';
  if (/(?:word|ppt)\//.test(text)) return 'document';
  return text.includes('[Content_Types].xml') ? 'xlsx' : 'zip';
}

/** An encrypted workbook is one stream inside the container of old .xls files. */
function oleFormat(bytes: Buffer): FileFormat {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'xls';
}

/** A byte order mark, or every other byte NUL as in Latin letters. */
function isUtf16(bytes: Buffer): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  const nuls = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls.map((count) => count / Math.max(1, length / 2));
  return (even > 0.4 && odd < 0.02) || (odd > 0.4 && even < 0.02);
}

function withoutNul(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^ÿþ|^þÿ/, '');
}

function markupFormat(text: string): FileFormat | null {
  const start = text.replace(/^ï»¿/, '').replace(/^(?:\s|<!--[\s\S]*?-->)+/, '');
  if (/^mime-version:/i.test(start)) return 'mhtml';
  if (/^<\?xml/i.test(start)) return xmlFormat(start);
  if (/^<(?:!doctype html|html|head|body|meta|style|table|div)\b/i.test(start)) return 'html';
  return /^<(?:\w+:)?Workbook\b/.test(start) ? xmlFormat(start) : null;
}

function xmlFormat(text: string): FileFormat {
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-2003';
  return /<html\b/i.test(text) ? 'html' : 'xml';
}
