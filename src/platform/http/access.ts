import { SetMetadata } from '@nestjs/common';

/** What a route asks of its caller, declared on the handler as data. */
export type Permission = 'public' | 'read' | 'measurements:write';

export const ACCESS_KEY = 'copil:access';

/** Declares who may call a route; a route that declares nothing is refused. */
export const Access = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS_KEY, permission);
