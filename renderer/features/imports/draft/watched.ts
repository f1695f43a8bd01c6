/** Runs a call of the import with its progress in the status line, and a way to end it. */
import type { Events } from '../../../../preload/contract/index.ts';
import { call, onCoreEvent } from '../../../bridge/bridge.ts';
import { showWork, type Work } from '../../../stores/work.ts';

const LABELS: Readonly<Record<string, string>> = {
  'import.read': '正在读',
  'import.check': '正在核对',
  'import.commit': '正在写入台账',
};
const counted = new Intl.NumberFormat('zh-CN');

/**
 * What the status line says: reading is counted in files (told in hundredths), the rest in rows.
 */
export function workOf(
  { job, done, total, secondsLeft }: Events['progress'],
  cancel: (() => void) | null,
): Work {
  const part = total > 0 ? Math.min(1, done / total) : null;
  const extent =
    job !== 'import.read'
      ? `${counted.format(done)} / ${counted.format(total)} 行`
      : total > 100
        ? `${Math.min(total / 100, Math.floor(done / 100) + 1)} / ${total / 100} 个文件`
        : '';
  return { label: LABELS[job] ?? '正在导入', part, extent, secondsLeft, cancel };
}

/** Short work shows no bar: the first sign of progress brings it. */
export async function watchedFiles<T>(run: () => Promise<T>): Promise<T> {
  let last: Events['progress'] | null = null;
  let cancel: (() => void) | null = () => {
    cancel = null;
    if (last !== null) showWork(workOf(last, null));
    void call('imports.cancel', {}).catch(() => undefined);
  };
  const stop = onCoreEvent('progress', (progress) => {
    if (!(progress.job in LABELS)) return;
    last = progress;
    showWork(workOf(progress, cancel));
  });
  try {
    return await run();
  } finally {
    stop();
    showWork(null);
  }
}
