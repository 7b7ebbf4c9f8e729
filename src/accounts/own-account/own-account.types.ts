import type { FormView } from '../../platform/forms/form.types.js';

/** A browser in which the reader is signed in. */
export interface DeviceView {
  /** « Firefox sur Windows ». */
  device: string;
  /** « actif il y a 5 minutes ». */
  activity: string;
  /** « connecté depuis le 15 janvier 2021 à 9 h ». */
  since: string;
  isCurrent: boolean;
  /** Where its button posts. */
  action: string;
}

/** One's own account, as its page shows it. */
export interface AccountView {
  /** What was just done; null at first. */
  notice: string | null;
  email: string;
  role: string;
  roleHint: string;
  organisation: string | null;
  nameForm: FormView;
  passwordForm: FormView;
  noticesForm: FormView;
  secondFactor: { isOn: boolean; isMissed: boolean; text: string; label: string };
  devices: DeviceView[];
  hasOtherDevices: boolean;
}

/** The forms of the page that can be refused. */
export type AccountForm = 'name' | 'password' | 'notices';
