// Words of the quiet line that every register says alike, as components, so that a switch of language reaches them.
import { useTranslation } from 'react-i18next';

export function UndoLabel() {
  return useTranslation('shell').t('undo');
}

export function RestoreLabel() {
  return useTranslation('records').t('restore');
}

export function FormCancelledLine() {
  return useTranslation('records').t('formCancelled');
}
