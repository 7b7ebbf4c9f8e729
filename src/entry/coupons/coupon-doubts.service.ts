import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { ChecksService } from '../checks/checks.service.js';
import type { Warning } from '../checks/checks.types.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { isExplainedBy, isSameSaid } from './coupon-sheet.rules.js';
import type { CouponAnswer, ShownDoubt } from './coupon-sheet.types.js';

/** What surprises in figures given by a coupon, by number of measurement. */
type Doubts = ReadonlyMap<number, readonly ShownDoubt[]>;

const COUPON = 'coupon:';

/** What surprises in what came by a coupon, and what its holder says of it: as a partner does on the sheet of a figure. */
@Injectable()
export class CouponDoubtsService {
  constructor(@Inject(ChecksService) private readonly checks: ChecksService) {}

  /** What surprises in the figures that wait: what nobody explained, and what was explained by a coupon. */
  async of(rows: readonly ExpectedFigure[], caller: DataCaller): Promise<Doubts> {
    const ids = rows.flatMap(({ current }) => (current?.status === 'submitted' ? [current.id] : []));
    const found = await this.checks.warningsFor(ids, caller);
    return new Map([...found].map(([id, warnings]) => [id, warnings.filter(isTheirs).map(shownDoubt)]));
  }

  /**
   * Keeps the remark of an answer as the reason of the doubts that its sender was shown.
   * @param before rows and doubts as the page showed them. @param after rows as they are kept.
   * @param changed the answer changed something.
   */
  async explain(
    answer: CouponAnswer,
    before: { rows: readonly ExpectedFigure[]; doubts: Doubts },
    after: readonly ExpectedFigure[],
    changed: boolean,
    caller: DataCaller,
  ): Promise<void> {
    const standing = new Map(after.map((row) => [row.key, row]));
    const explained = before.rows.filter(
      (row) => isExplainedBy(answer, row, changed) && isSameSaid(row, standing.get(row.key) ?? null),
    );
    for (const { current } of explained) {
      const id = current?.id ?? 0;
      for (const { code, explained: reason } of before.doubts.get(id) ?? []) {
        if (reason !== answer.source) await this.checks.confirm(id, code, answer.source, caller);
      }
    }
  }
}

const isTheirs = ({ confirmation }: Warning): boolean =>
  confirmation === null || confirmation.signature.startsWith(COUPON);

const shownDoubt = ({ code, message, confirmation }: Warning): ShownDoubt => ({
  code,
  message,
  explained: confirmation?.reason ?? null,
});
