package io.dunning.calendar;

/**
 * How to move a date that is not a business day. A date that is a business day never moves.
 *
 * <p>The names and rules are those of the ISDA 2006 Definitions, section 4.12, with the additions
 * that are common in the market.
 */
public enum BusinessDayConvention {
  /** Leaves the date where it is. */
  NO_ADJUST,
  /** Moves the date to the next business day. */
  FOLLOWING,
  /** Moves to the next business day, or to the previous one if the next is in another month. */
  MODIFIED_FOLLOWING,
  /** Moves the date to the previous business day. */
  PRECEDING,
  /** Moves to the previous business day, or to the next one if that is in another month. */
  MODIFIED_PRECEDING,
  /** Moves a Sunday or Monday to the next business day, and any other day to the previous one. */
  NEAREST
}
