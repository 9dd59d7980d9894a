import type { CellStyle } from 'hucre/xlsx';
import type { Tone } from '../report/report.ts';

/** The letters of official documents in Vietnam. */
export const FONT = { name: 'Times New Roman', size: 12 } as const;

const BORDER = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BOX = { top: BORDER, right: BORDER, bottom: BORDER, left: BORDER };

export const STYLES = {
  title: { font: { ...FONT, size: 15, bold: true }, alignment: { vertical: 'center', wrapText: true } },
  section: { font: { ...FONT, size: 13, bold: true }, alignment: { vertical: 'center', wrapText: true } },
  prose: { font: FONT, alignment: { vertical: 'top', wrapText: true } },
  head: {
    font: { ...FONT, bold: true },
    fill: filled('E7ECF2'),
    border: BOX,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  cell: { font: FONT, border: BOX, alignment: { vertical: 'top', wrapText: true } },
} as const satisfies Record<string, CellStyle>;

/** How each tone looks, dark on soft: it only repeats what the words beside it say. */
const TONES: Readonly<Record<Tone, { readonly ink: string; readonly ground?: string; readonly bold?: boolean }>> = {
  poor: { ink: '8A1C1C', ground: 'FBE3E1' },
  near_poor: { ink: '6B4300', ground: 'FFF0D2' },
  non_poor: { ink: '1D5A2D', ground: 'E4F3E6' },
  undecided: { ink: '47297C', ground: 'ECE6F6' },
  warning: { ink: '6B4300', ground: 'FFF0D2' },
  yes: { ink: '1D5A2D' },
  no: { ink: '595959' },
  dim: { ink: '595959' },
  strong: { ink: '000000', bold: true },
};

/** The style with the colours of a tone. */
export function toned(style: CellStyle, tone: Tone | undefined): CellStyle {
  if (tone === undefined) return style;
  const { ink, ground, bold = false } = TONES[tone];
  return {
    ...style,
    font: { ...style.font, color: { rgb: ink }, ...(bold && { bold }) },
    ...(ground === undefined ? {} : { fill: filled(ground) }),
  };
}

function filled(rgb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const;
}
