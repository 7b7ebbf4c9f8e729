import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../security/permission.types.js';

export const ACCESS_KEY = 'copil:access';

/** Declares who may call a route; a route that declares nothing is refused. */
export const Access = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS_KEY, permission);
