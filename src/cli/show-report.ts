import type { Report } from '../report/report.ts';
import type { Out } from './io.ts';
import type { Settings } from './settings.ts';

export type TextFormat = 'table' | 'md';

/** A report as text in the form asked for; renderers are loaded as they are needed. */
export async function reportText(report: Report, format: TextFormat, settings: Settings, out: Out): Promise<string> {
  const { words } = settings;
  switch (format) {
    case 'table': {
      const { render } = await import('../render/terminal.ts');
      const width = Math.max(60, out.columns);
      return render(report, { lang: words.lang, color: settings.colorOn(out), width, more: words.more });
    }
    case 'md': {
      const { render } = await import('../render/markdown.ts');
      return render(report, { lang: words.lang });
    }
  }
}
