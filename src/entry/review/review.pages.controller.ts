import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { PersonIdentity } from '../../accounts/account.types.js';
import { SignedIn } from '../../accounts/access/signed-in.decorator.js';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { ReviewPageService } from './review-page.service.js';
import { reviewQuery, type ReviewQuery } from './review.schema.js';
import type { ReviewView } from './review.types.js';

const QUERY = new ZodPipe(reviewQuery);

@Controller('validation')
export class ReviewPagesController {
  constructor(@Inject(ReviewPageService) private readonly review: ReviewPageService) {}

  @Get()
  @Access('review:read')
  @Page('entry/review')
  page(
    @SignedIn() reader: PersonIdentity,
    @Query(QUERY) query: ReviewQuery,
  ): Promise<PageAnswer<ReviewView>> {
    return this.review.page(reader, query);
  }

  @Post('valider')
  @HttpCode(200)
  @Access('review:decide')
  @Page('entry/review')
  validate(
    @SignedIn() reader: PersonIdentity,
    @Query(QUERY) query: ReviewQuery,
    @Body() body: unknown,
  ): Promise<PageAnswer<ReviewView>> {
    return this.review.validate(reader, query, body);
  }

  @Post('correction')
  @HttpCode(200)
  @Access('review:decide')
  @Page('entry/review')
  correct(
    @SignedIn() reader: PersonIdentity,
    @Query(QUERY) query: ReviewQuery,
    @Body() body: unknown,
  ): Promise<PageAnswer<ReviewView>> {
    return this.review.correct(reader, query, body);
  }
}
