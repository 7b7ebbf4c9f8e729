import { ProgrammeAndVocabulary1606200000001 } from './common/0001-programme-and-vocabulary.js';
import { FiguresAndTokens1606200000002 } from './common/0002-figures-and-tokens.js';
import { AccountsAndJournal1606200000003 } from './common/0003-accounts-and-journal.js';
import { DefinitionsAndExercices1606200000004 } from './common/0004-definitions-and-exercices.js';
import { TargetVersionsAndOpinions1606200000005 } from './common/0005-target-versions-and-opinions.js';
import { Annotations1606200000006 } from './common/0006-annotations.js';
import { MeasurementRollUps1606200000007 } from './common/0007-measurement-roll-ups.js';
import { IndicatorVersions1606200000008 } from './common/0008-indicator-versions.js';
import { DataVersion1606200000009 } from './common/0009-data-version.js';
import { CampaignSums1606200000010 } from './common/0010-campaign-sums.js';
import { MeasurementsByMonth1606200000011 } from './common/0011-measurements-by-month.js';
import { Entry1606200000012 } from './common/0012-entry.js';
import { WaitingMeasurements1606200000013 } from './common/0013-waiting-measurements.js';
import { ExerciceReopenings1606200000014 } from './common/0014-exercice-reopenings.js';
import { ReminderFailures1606200000015 } from './common/0015-reminder-failures.js';
import { Imports1606200000016 } from './common/0016-imports.js';
import { MeasurementsOfSeveralDays1606200000017 } from './common/0017-measurements-of-several-days.js';

/** In order; engine-specific ones would stand in `sqlite/` and `postgres/` and be chosen here. */
export const MIGRATIONS = [
  ProgrammeAndVocabulary1606200000001,
  FiguresAndTokens1606200000002,
  AccountsAndJournal1606200000003,
  DefinitionsAndExercices1606200000004,
  TargetVersionsAndOpinions1606200000005,
  Annotations1606200000006,
  MeasurementRollUps1606200000007,
  IndicatorVersions1606200000008,
  DataVersion1606200000009,
  CampaignSums1606200000010,
  MeasurementsByMonth1606200000011,
  Entry1606200000012,
  WaitingMeasurements1606200000013,
  ExerciceReopenings1606200000014,
  ReminderFailures1606200000015,
  Imports1606200000016,
  MeasurementsOfSeveralDays1606200000017,
];
