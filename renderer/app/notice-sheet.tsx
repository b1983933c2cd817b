// The notice sheet 个人信息处理告知 for the counter: both languages on one A4.
import { useTranslation } from 'react-i18next';
import { NoticeText } from './notice-text.tsx';
import { PaperSheet } from './paper-sheet.tsx';

export function NoticeSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('paper');
  return (
    <PaperSheet title={t('noticeBoth')} onClose={onClose}>
      <NoticeText />
    </PaperSheet>
  );
}
