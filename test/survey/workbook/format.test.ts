import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/survey/workbook/format.ts';
import { bytesOf } from '../../fixtures.ts';
import { fixture, xlsx, zipOf } from './made.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('the first bytes', () => {
  it.each([
    ['libreoffice.xlsx', 'xlsx'],
    ['libreoffice.xls', 'xls'],
    ['libreoffice.ods', 'ods'],
    ['openpyxl.xlsx', 'xlsx'],
  ])('of %s say %s, whatever its name', (name, format) => {
    expect(formatOf(fixture(name))).toBe(format);
    expect(formatOf(fixture(name).subarray(0, 4096))).toBe(format);
  });

  it.each([
    ['a small workbook', xlsx({}), 'xlsx'],
    ['a binary workbook', zipOf({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'xlsb'],
    ['a document', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'document'],
    [
      'an OpenDocument text',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }, { isStored: true }),
      'document',
    ],
    ['another zip', zipOf({ 'a.csv': 'a' }), 'zip'],
    ['a web page', bytesOf('\n <!-- bản in -->\n<TABLE><tr>'), 'html'],
    ['a web page behind a BOM', bytesOf('\ufeff<!DOCTYPE html>'), 'html'],
    ['an XHTML page', bytesOf('<?xml version="1.0"?><!DOCTYPE html><html>'), 'html'],
    ['a web page in UTF-16', utf16('\ufeff<html>'), 'html'],
    [
      'Excel 2003 XML',
      bytesOf(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      'xml-2003',
    ],
    ['a web archive', bytesOf('MIME-Version: 1.0\nX-Document-Type: Workbook'), 'mhtml'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 1]), 'binary'],
  ])('name %s', (_, bytes, format) => {
    expect(formatOf(bytes)).toBe(format);
  });

  it.each([
    ['CSV', bytesOf('household_id,area\n1,rural\n')],
    ['CSV with a BOM', bytesOf('\ufeffMã hộ;Khu vực\n')],
    ['text in an old encoding', Buffer.from('M\u00b7 h\u00e9', 'latin1')],
    ['UTF-16 with a BOM', utf16('\ufeffMã hộ\tKhu vực')],
    ['UTF-16 without one', utf16('household_id\tarea\n0001\trural\n')],
    ['UTF-16 the other way round', utf16('household_id\tarea\n0001\trural\n').swap16()],
    ['nothing', new Uint8Array()],
    ['a name with a sign', bytesOf('<5 người,a\n')],
  ])('leave %s to the readers of text', (_, bytes) => {
    expect(formatOf(bytes)).toBeNull();
  });
});
