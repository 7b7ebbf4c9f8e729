import { AnnotationEntity } from './annotations/annotation.entity.js';
import { ApiTokenEntity, IdempotencyKeyEntity } from './accounts/tokens/api-token.entity.js';
import { OneTimeLinkEntity } from './accounts/links/one-time-link.entity.js';
import { PersonEntity, RecoveryCodeEntity } from './accounts/people/person.entity.js';
import { SessionEntity } from './accounts/sessions/session.entity.js';
import { ShareLinkEntity } from './accounts/shares/share-link.entity.js';
import { SignInFailureEntity } from './accounts/sign-in/sign-in-failure.entity.js';
import { CampaignEntity, CampaignPartnerEntity } from './campaigns/campaign.entity.js';
import { CommitteeMemberEntity, MeetingEntity, ObjectiveEntity } from './committee/committee.entity.js';
import { CheckConfirmationEntity } from './entry/checks/check-confirmation.entity.js';
import { CouponEntity } from './entry/coupons/coupon.entity.js';
import { EvidenceFileEntity } from './entry/evidence/evidence-file.entity.js';
import { CollectionLineEntity } from './entry/plan/collection-line.entity.js';
import { ReminderEntity } from './entry/reminders/reminder.entity.js';
import { EntrySettingsEntity } from './entry/settings/entry-settings.entity.js';
import {
  ImportBatchEntity,
  ImportFileEntity,
  ImportItemEntity,
  ImportTargetEntity,
  ImportWrittenEntity,
} from './imports/batches/import-batch.entity.js';
import { ImportDraftEntity, ImportDraftFileEntity } from './imports/drafts/import-draft.entity.js';
import { ImportProfileEntity } from './imports/profiles/import-profile.entity.js';
import { IndicatorEntity, IndicatorVersionEntity } from './indicators/indicator.entity.js';
import {
  MeasurementEntity,
  CampaignMonthEntity,
  CampaignShareEntity,
  MeasurementMonthEntity,
  MeasurementVersionEntity,
  VocabularyStateEntity,
} from './measurements/measurement.entity.js';
import { AuditEntryEntity, AuditHeadEntity, AuditPersonalEntity } from './platform/audit/audit.entity.js';
import type { EntityClasses } from './platform/database/connections.js';
import {
  ChannelEntity,
  OrganisationEntity,
  OrganisationNameEntity,
} from './programme/organisation.entity.js';
import { ExerciceEntity, ExerciceReopeningEntity, ProgrammeEntity } from './programme/programme.entity.js';
import { ProgrammeLogoEntity } from './programme/identity/programme-logo.entity.js';
import { LegalTextEntity } from './programme/legal-texts/legal-text.entity.js';
import { TerritoryEntity } from './programme/territory.entity.js';
import { OpinionEntity } from './targets/opinion.entity.js';
import { TargetEntity, TargetVersionEntity } from './targets/target.entity.js';

/** Every table of every feature. */
export const ENTITIES: EntityClasses = [
  ProgrammeEntity,
  ExerciceEntity,
  ExerciceReopeningEntity,
  ProgrammeLogoEntity,
  LegalTextEntity,
  TerritoryEntity,
  OrganisationEntity,
  OrganisationNameEntity,
  ChannelEntity,
  IndicatorEntity,
  IndicatorVersionEntity,
  CampaignEntity,
  CampaignPartnerEntity,
  MeetingEntity,
  CommitteeMemberEntity,
  ObjectiveEntity,
  TargetEntity,
  TargetVersionEntity,
  OpinionEntity,
  AnnotationEntity,
  MeasurementEntity,
  CampaignMonthEntity,
  CampaignShareEntity,
  MeasurementMonthEntity,
  MeasurementVersionEntity,
  VocabularyStateEntity,
  ApiTokenEntity,
  IdempotencyKeyEntity,
  PersonEntity,
  RecoveryCodeEntity,
  SessionEntity,
  OneTimeLinkEntity,
  ShareLinkEntity,
  SignInFailureEntity,
  EntrySettingsEntity,
  CollectionLineEntity,
  EvidenceFileEntity,
  CheckConfirmationEntity,
  CouponEntity,
  ReminderEntity,
  ImportDraftEntity,
  ImportDraftFileEntity,
  ImportBatchEntity,
  ImportFileEntity,
  ImportWrittenEntity,
  ImportItemEntity,
  ImportTargetEntity,
  ImportProfileEntity,
  AuditEntryEntity,
  AuditPersonalEntity,
  AuditHeadEntity,
];
