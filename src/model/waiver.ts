/** When a waiver holds: up to and with its last day. A day that is no date never holds, so that a typing mistake waives nothing. */
import type { Waiver } from './request.ts';

export function waiverHolds(waiver: Waiver, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(waiver.until) && waiver.until >= today;
}
