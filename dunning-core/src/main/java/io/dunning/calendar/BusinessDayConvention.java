package io.dunning.calendar;

/**
 * How a date that is not a business day is moved. The names and rules are those of ISDA (2006
 * Definitions, section 4.12) as market practice extends them.
 */
public enum BusinessDayConvention {
  /** Not moved. */
  NO_ADJUST,
  /** To the next business day. */
  FOLLOWING,
  /** To the next business day, unless that is in another month: then to the one before. */
  MODIFIED_FOLLOWING,
  /** To the business day before. */
  PRECEDING,
  /** To the business day before, unless that is in another month: then to the next one. */
  MODIFIED_PRECEDING,
  /** A Sunday or Monday to the next business day, any other day to the one before. */
  NEAREST
}
