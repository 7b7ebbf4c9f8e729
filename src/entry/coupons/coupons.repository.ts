import { Inject, Injectable } from '@nestjs/common';
import { placeholders } from '../../platform/database/bulk-sql.js';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CouponEntity } from './coupon.entity.js';

export type NewCoupon = Omit<CouponEntity, 'id' | 'revokedAt' | 'openings' | 'lastOpenedAt' | 'lastSentAt'>;

/** Rows of coupons, found by the hash of their secret. */
@Injectable()
export class CouponsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  byHash(secretHash: string): Promise<CouponEntity | null> {
    return this.unitOfWork.primary.findOneBy(CouponEntity, { secretHash });
  }

  byId(id: number): Promise<CouponEntity | null> {
    return this.unitOfWork.primary.findOneBy(CouponEntity, { id });
  }

  /** The last ones made, the newest first. @param month only those of a month; all of them when null. */
  latest(month: string | null, most: number): Promise<CouponEntity[]> {
    const where = month === null ? {} : { month };
    return this.unitOfWork.primary.find(CouponEntity, { where, order: { id: 'DESC' }, take: most });
  }

  /** Whose each coupon is. */
  owners(): Promise<Pick<CouponEntity, 'id' | 'organisationId'>[]> {
    return this.unitOfWork.manager.find(CouponEntity, { select: { id: true, organisationId: true } });
  }

  /** @returns the coupon's number. */
  insert(coupon: NewCoupon): Promise<number> {
    return this.unitOfWork.write(async (manager) => {
      await manager.insert(CouponEntity, { ...coupon, openings: 0 });
      const { id } = await manager.findOneByOrFail(CouponEntity, { secretHash: coupon.secretHash });
      return id;
    });
  }

  revoke(id: number, revokedAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(CouponEntity, { id }, { revokedAt });
    });
  }

  /** Counts in the database: two openings at once are two. */
  countOpening(id: number, at: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.query(
        `UPDATE coupons SET openings = openings + 1, last_opened_at = ${placeholders(manager, 1)}
         WHERE id = ${placeholders(manager, 1, 2)}`,
        [at, id],
      );
    }, BOOKKEEPING);
  }

  noteAnswer(id: number, lastSentAt: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(CouponEntity, { id }, { lastSentAt });
    }, BOOKKEEPING);
  }

  /** Forgets where coupons that ended before a day were sent. */
  forgetAddresses(before: string): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.query(
        `UPDATE coupons SET email = NULL WHERE email IS NOT NULL AND expires_at < ${placeholders(manager, 1)}`,
        [before],
      );
    }, BOOKKEEPING);
  }
}
