// No font with Chinese characters, where a line of a slip has to be drawn.
export class NoSlipFontError extends Error {
  override readonly name = 'NoSlipFontError';
  readonly code = 'NO_FONT';

  constructor() {
    super(
      'No font with Chinese characters is installed, so this line of the slip cannot be drawn; the record is kept. Install Noto Sans CJK (fonts-noto-cjk) or Microsoft YaHei, then print again.',
    );
  }
}
