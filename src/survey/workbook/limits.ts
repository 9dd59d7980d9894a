/**
 * How far a workbook is followed. Every bound is far above any honest survey and keeps a hostile file within bounded
 * memory and time; what passes one ends with `E108`.
 */
export const LIMITS = {
  /** Bytes of the file itself, which is held in memory: a list of a million households takes about 100 MB. */
  fileBytes: 160 * 2 ** 20,
  /** Bytes of an .xls, which is unpacked in memory; its sheets hold 65,536 rows. */
  xlsBytes: 96 * 2 ** 20,
  /** Files inside a zip, relations of one of them, sheets. */
  entries: 10_000,
  /** Bytes that one streamed part may unpack to. */
  inflatedBytes: 6 * 2 ** 30,
  /** Bytes of a part that is read whole: the workbook's own list, relations, styles. */
  smallPartBytes: 48 * 2 ** 20,
  /** How many times larger than packed a part may be, once it is larger than `ratioFreeBytes`; sheets reach about 40. */
  ratio: 250,
  ratioFreeBytes: 32 * 2 ** 20,
  /** Bytes of one tag or one text; a cell of Excel holds 32,767 characters. */
  tokenBytes: 2 ** 20,
  /** Bytes of all shared strings together. */
  stringBytes: 256 * 2 ** 20,
  /** Shared strings of an .xls, which are held as they are. */
  xlsStrings: 4_000_000,
  /** Cell styles and fonts; Excel itself stops at 65,490. */
  styles: 100_000,
  /** Cells of a sheet, those passed over to reach a filled one included. */
  cells: 400_000_000,
  /** Rows with more cells than `wide`: a stray cell far to the right is honest, thousands of them are not. */
  wide: 1024,
  wideRows: 1000,
  /** Rows and columns of a sheet: Excel's own. */
  rows: 1_048_576,
  columns: 16_384,
} as const;
