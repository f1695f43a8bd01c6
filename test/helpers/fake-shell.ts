/** A shell without a window: the test is the page and the person before it. */
import { basename } from 'node:path';
import type {
  CallName,
  EventName,
  Events,
  Input,
  Output,
  Reply,
} from '../../preload/contract/index.ts';
import type { AnswerCall, SaveRequest, Shell } from '../../main/shell/shell.ts';

export interface FakeDialogs {
  pick: () => readonly string[];
  save: (request: SaveRequest) => string | null;
  folder?: () => string | null;
}
export interface FakeShell extends Shell {
  /** what the page would ask; values cross as JSON, as they do in a real window */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>;
  on<E extends EventName>(event: E, listener: (data: Events[E]) => void): void;
  /** the person closes the window */
  userCloses(): Promise<void>;
  /** the window goes without a word, as when its process is killed */
  lose(): void;
  /** what was done, in order: "front", "print 表" */
  readonly done: readonly string[];
}

export function createFakeShell(dialogs: FakeDialogs): FakeShell {
  const gone = Promise.withResolvers<void>();
  const listeners = new Map<EventName, ((data: never) => void)[]>();
  const done: string[] = [];
  let answer: AnswerCall | null = null;
  let closing = (): Promise<void> => Promise.resolve();
  return {
    name: 'fake',
    done,
    async open(answers, ask) {
      answer = answers;
      closing = ask;
    },
    front: () => void done.push('front'),
    send(event, data) {
      for (const listener of listeners.get(event) ?? [])
        listener(JSON.parse(JSON.stringify(data)) as never);
    },
    pickFiles: async () => dialogs.pick(),
    pickFolder: async () => dialogs.folder?.() ?? null,
    dropped: async () => [],
    saveAs: async (request) => dialogs.save(request),
    toPdf: async (html) => new TextEncoder().encode(`%PDF-1.7 ${html}`),
    toPng: async (svg) => new TextEncoder().encode(svg),
    print: async (_pdf, title) => void done.push(`print ${title}`),
    openFile: async (path) => void done.push(`open ${basename(path)}`),
    closed: gone.promise,
    quit: async () => gone.resolve(),
    async call(name, input) {
      if (answer === null) throw new Error('the fake window was not opened');
      return JSON.parse(
        JSON.stringify(await answer(name, JSON.parse(JSON.stringify(input)))),
      ) as Reply<Output<typeof name>>;
    },
    on: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    async userCloses() {
      await closing();
      gone.resolve();
    },
    lose: () => gone.resolve(),
  };
}
