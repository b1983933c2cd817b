// The words of the printer's test page, in both languages.
import type { Language } from '../../api/boot.ts';
import type { PrinterProfileId } from '../../api/devices.contract.ts';

export interface TestPageCopy {
  readonly title: string;
  readonly desk: string;
  readonly time: string;
  readonly paper: string;
  readonly connection: string;
  readonly profiles: Readonly<Record<PrinterProfileId, string>>;
  readonly rulerHint: (columns: number) => string;
  readonly left: string;
  readonly right: string;
  readonly common: string;
  readonly commonText: string;
  readonly rare: string;
  /** Characters that no printer's ROM holds: they are drawn. */
  readonly rareText: string;
  readonly bold: string;
  readonly boldText: string;
  readonly good: string;
}

export const TEST_PAGE_COPY: Readonly<Record<Language, TestPageCopy>> = {
  'zh-CN': {
    title: '打印测试',
    desk: '前台',
    time: '时间',
    paper: '纸张',
    connection: '连接',
    profiles: {
      rom80: '80 毫米，打印机自带中文',
      epson80: '80 毫米，爱普生中文机型',
      rom58: '58 毫米，打印机自带中文',
      raster80: '80 毫米，按图形打印',
      raster58: '58 毫米，按图形打印',
    },
    rulerHint: (columns) => `下面一行应为 ${columns} 列，不折行：`,
    left: '左端',
    right: '右端',
    common: '常用字',
    commonText: '访客出入证，来访登记',
    rare: '生僻字',
    rareText: '䶮㛃𬱖·Zoë',
    bold: '粗体',
    boldText: '有效期至 18:00',
    good: '以上内容清晰完整，打印机即可使用',
  },
  en: {
    title: 'Printer test',
    desk: 'Desk',
    time: 'Time',
    paper: 'Paper',
    connection: 'Connection',
    profiles: {
      rom80: '80 mm, Chinese in the printer',
      epson80: '80 mm, Epson with Chinese',
      rom58: '58 mm, Chinese in the printer',
      raster80: '80 mm, printed as pictures',
      raster58: '58 mm, printed as pictures',
    },
    rulerHint: (columns) => `${columns} columns, on one line:`,
    left: 'left edge',
    right: 'right edge',
    common: 'Common',
    commonText: '访客出入证，来访登记',
    rare: 'Rare',
    rareText: '䶮㛃𬱖·Zoë',
    bold: 'Bold',
    boldText: 'Valid until 18:00',
    good: 'If all of this is clear and whole, the printer is ready',
  },
};
