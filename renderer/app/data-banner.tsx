// What stands on every screen until it is mended: the disk takes no record, or older records are locked.
import { useQuery } from '@tanstack/react-query';
import type { DataNotice } from '../../electron/api/data.contract.ts';
import { Callout } from '../ui/callout.tsx';
import { useNoticeWords } from './notice-words.ts';
import { useServices } from './services.ts';

export function DataBanner() {
  const { calls } = useServices();
  const status = useQuery(calls.desk.status.queryOptions());
  return status.data?.notices.filter(isGrave).map((notice) => <Banner key={notice.kind} notice={notice} />);
}

function isGrave(notice: DataNotice): boolean {
  return notice.kind === 'fieldsLocked' || (notice.kind === 'diskLow' && !notice.records);
}

function Banner({ notice }: { readonly notice: DataNotice }) {
  const { title, todo } = useNoticeWords(notice);
  return (
    <aside aria-label={title}>
      <Callout tone="warn" title={title}>
        {todo.join(' ')}
      </Callout>
    </aside>
  );
}
