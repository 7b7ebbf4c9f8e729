import { SetMetadata } from '@nestjs/common';

export const PAGE_KEY = 'copil:page';

/** Renders what the handler answers, a `PageBody`, with a template of `views/`: `@Page('dashboard/year')`. */
export const Page = (view: string): MethodDecorator => SetMetadata(PAGE_KEY, view);
