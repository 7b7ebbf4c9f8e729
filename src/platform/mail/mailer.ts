import type { OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { errorCode } from '../../kernel/error-code.js';
import type { Configuration } from '../config/configuration.js';
import { failureOf, headerText, isBareAddress, isFinal, responseOf, senderOf } from './mail.rules.js';
import type { Mail, MailFailure } from './mail.types.js';

const TIMEOUT_MS = 10_000;
/** Before the second and the third try: a server that restarts, or asks to come back later, is given a moment. */
const WAITS_MS = [1_000, 5_000];
/** Supervisors kill at ten seconds, and the database closes after the mails. */
const STOP_PATIENCE_MS = 4_000;

/** Hands e-mails over to the server of SMTP_URL. What cannot be sent is said in the log, without whom nor what. */
export class Mailer implements OnApplicationShutdown {
  private transporter: Promise<Transporter> | null = null;
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly configuration: Pick<Configuration, 'smtpUrl' | 'baseUrl'>,
    private readonly logger: Logger,
    /** Before each try but the first. */
    private readonly waitsMs: readonly number[] = WAITS_MS,
  ) {}

  /** Whether mails leave at all: pages offer a link to hand over when they do not. */
  get isConfigured(): boolean {
    return this.configuration.smtpUrl !== null;
  }

  /**
   * Sends a mail, in three tries at most. Never rejects.
   * A slow server takes half a minute to fail: nobody's request should wait for it.
   * @returns whether the server took it.
   */
  async send(mail: Mail): Promise<boolean> {
    return (await this.deliver(mail)) === null;
  }

  /** The same, for whoever says why. @returns null when the server took it. */
  deliver(mail: Mail): Promise<MailFailure | null> {
    const sending = this.attempt(mail);
    this.underWay.add(sending);
    void sending.finally(() => this.underWay.delete(sending));
    return sending;
  }

  /** Resolves when no mail is under way. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  /** Mails under way get a moment to leave, and no other try. */
  async onApplicationShutdown(): Promise<void> {
    const patience = new AbortController();
    this.stopping.abort();
    await Promise.race([
      this.settled(),
      sleep(STOP_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    (await this.transporter)?.close();
  }

  private async attempt(mail: Mail): Promise<MailFailure | null> {
    const { smtpUrl } = this.configuration;
    if (smtpUrl === null) return 'not_configured';
    if (!isBareAddress(mail.to)) return 'bad_address';
    for (let tries = 1; ; tries += 1) {
      try {
        await this.handOver(mail, smtpUrl);
        return null;
      } catch (error) {
        const wait = this.waitsMs[tries - 1];
        // The words of a mail server quote addresses: its codes say enough.
        const reason = { code: errorCode(error), response: responseOf(error), tries };
        if (wait === undefined || isFinal(error) || !(await this.pause(wait))) {
          this.logger.error(reason, 'mail not sent');
          return failureOf(error);
        }
        this.logger.warn(reason, 'mail to be tried again');
      }
    }
  }

  private async handOver({ to, subject, text }: Mail, smtpUrl: string): Promise<void> {
    this.transporter ??= openTransporter(smtpUrl);
    const transporter = await this.transporter;
    await transporter.sendMail({
      from: { name: 'Copil', address: senderOf(smtpUrl, this.configuration.baseUrl) },
      to: { name: '', address: to },
      subject: headerText(subject),
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** @returns false when the server stops meanwhile. */
  private pause(ms: number): Promise<boolean> {
    return sleep(ms, true, { signal: this.stopping.signal }).catch(() => false);
  }
}

/** Loaded with the first mail: most days send none. */
async function openTransporter(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
  });
}
