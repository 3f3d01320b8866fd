import { Worker } from 'node:worker_threads';
import { refuse } from '../decider/index.ts';
import { Refused } from '../ledger/problems.ts';
import { type PrintedDocument, printable } from './document.ts';

/** A printed document: PDF, tagged for screen readers. */
export interface Print {
  readonly bytes: Buffer;
  readonly pages: number;
}

interface Waiting {
  readonly number: number;
  readonly document: string;
  readonly standards: readonly string[];
  readonly resolve: (print: Print) => void;
  readonly reject: (error: Error) => void;
}

const mostWaiting = 30;
/** A document that takes longer would never end. */
const patienceMs = 60_000;
/** After this the thread and its fonts are let go of: they are worth 60 MB. */
const idleMs = 60_000;

let thread: Worker | undefined;
let timer: NodeJS.Timeout | undefined;
let current: Waiting | undefined;
const queue: Waiting[] = [];
let last = 0;

function letGo(): void {
  clearTimeout(timer);
  void thread?.terminate();
  thread = undefined;
}

function settle(number: number, end: (waiting: Waiting) => void): void {
  if (current?.number !== number) return;
  const waiting = current;
  current = undefined;
  clearTimeout(timer);
  end(waiting);
  next();
}

function start(): Worker {
  const worker = new Worker(new URL('./printWorker.ts', import.meta.url));
  worker.on('message', ({ number, bytes, pages, failed }: { number: number; bytes?: Uint8Array; pages?: number; failed?: string }) =>
    settle(number, ({ resolve, reject }) =>
      bytes ? resolve({ bytes: Buffer.from(bytes), pages: pages! }) : reject(new Error(`Typst could not set the document: ${failed}`)),
    ),
  );
  const gone = () => {
    if (thread !== worker) return;
    letGo();
    if (current) settle(current.number, ({ reject }) => reject(new Error('The thread that prints ended.')));
  };
  worker.on('error', gone);
  worker.on('exit', gone);
  return worker;
}

function next(): void {
  if (current) return;
  clearTimeout(timer);
  current = queue.shift();
  if (!current) {
    // A thread with nothing to do keeps no process alive.
    thread?.unref();
    timer = setTimeout(letGo, idleMs);
    timer.unref();
    return;
  }
  const { number, document, standards } = current;
  thread ??= start();
  thread.ref();
  thread.postMessage({ number, document, standards });
  timer = setTimeout(() => {
    letGo();
    settle(number, ({ reject }) => reject(new Error('Typst did not come to an end.')));
  }, patienceMs);
}

/**
 * Prints a document by Typst, one after the other in a thread of its own that is started when needed. The same document gives the
 * same bytes. `standards` are PDF versions or standards as Typst names them, of which the first is kept that the document can meet: `ua-1`
 * cannot be met where a page would not be accessible, and such a paper must be printed nevertheless.
 * Throws `Refused` where too many wait already.
 */
export function print(document: PrintedDocument, standards: readonly string[] = ['ua-1', '1.7']): Promise<Print> {
  if (queue.length >= mostWaiting) throw new Refused(refuse('http.busy'));
  const text = printable(document);
  return new Promise((resolve, reject) => {
    queue.push({ number: ++last, document: text, standards, resolve, reject });
    next();
  });
}
