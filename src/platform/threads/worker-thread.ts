import { Worker, type TransferListItem } from 'node:worker_threads';
import { errorCode } from '../../kernel/error-code.js';

/** Why a thread gave no answer: it took too long, took too much memory, or broke. */
export class ThreadFailure extends Error {
  constructor(
    readonly kind: 'too_long' | 'too_heavy' | 'broken',
    reason: string,
  ) {
    super(reason);
    this.name = 'ThreadFailure';
  }
}

/**
 * A thread that gives one answer to each request, kept warm between them: what computes for long would freeze the
 * server. One that crashes, hangs or grows beyond its memory is replaced at the next request.
 */
export class WorkerThread<Request, Answer> {
  private worker: Worker | null = null;

  constructor(
    private readonly script: URL,
    private readonly memoryMb: number,
    /** That of what is forgotten at once, when Node's own choice is too large for it. */
    private readonly youngMemoryMb?: number,
  ) {}

  /** One request at a time. @throws ThreadFailure */
  ask(request: Request, timeoutMs: number, transferred: readonly TransferListItem[] = []): Promise<Answer> {
    const worker = this.present();
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        worker
          .off('message', answered)
          .off('messageerror', crashed)
          .off('error', crashed)
          .off('exit', exited);
        // An idle thread must not keep a finished command alive.
        worker.unref();
        settle();
      };
      const fail = (failure: ThreadFailure): void =>
        finish(() => {
          this.discard(worker);
          reject(failure);
        });
      const answered = (answer: Answer): void => finish(() => resolve(answer));
      const crashed = (error: unknown): void => fail(failureOf(error));
      const exited = (code: number): void =>
        fail(new ThreadFailure('broken', `the thread ended with status ${code}`));
      const timer = setTimeout(
        () => fail(new ThreadFailure('too_long', `no answer in ${timeoutMs} ms`)),
        timeoutMs,
      );
      worker.ref();
      worker.on('message', answered).on('messageerror', crashed).on('error', crashed).on('exit', exited);
      worker.postMessage(request, transferred);
    });
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private present(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.script, {
      resourceLimits: { maxOldGenerationSizeMb: this.memoryMb, maxYoungGenerationSizeMb: this.youngMemoryMb },
    });
    worker.unref();
    // Between two requests nobody listens: an idle thread that dies is simply forgotten.
    worker.on('error', () => this.discard(worker)).on('exit', () => this.discard(worker));
    this.worker = worker;
    return worker;
  }

  private discard(worker: Worker): void {
    if (this.worker === worker) this.worker = null;
    void worker.terminate();
  }
}

function failureOf(error: unknown): ThreadFailure {
  const isMemory = errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
  return new ThreadFailure(isMemory ? 'too_heavy' : 'broken', String(error));
}
