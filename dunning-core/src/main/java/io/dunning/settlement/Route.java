package io.dunning.settlement;

import java.util.Locale;

/** What can become of an old debt, mildest first. */
public enum Route {
  /** The creditor goes on asking. */
  KEEP_ASKING,
  /** An offer to take less. */
  SETTLE,
  /** An agency collects for a share. */
  AGENCY,
  /** A court decides. */
  COURT,
  /** The debt is given up. */
  WRITE_OFF;

  /** Such as {@code keep asking}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
