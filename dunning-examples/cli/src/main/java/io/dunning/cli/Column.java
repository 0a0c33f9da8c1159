package io.dunning.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The columns that files may have. They are named as these constants are, in lower case. */
enum Column {
  ADDRESS,
  AMOUNT,
  AUTHOR,
  BASE,
  BOOKED,
  BY,
  CARD_LINK,
  CHANNEL,
  CHANNELS,
  COUNTRY,
  CREDIT_LIMIT,
  CURRENCY,
  CUSTOMER,
  DATE,
  DOCUMENT,
  DUE,
  FROM,
  ID,
  INSTALMENTS,
  INVOICE,
  ISSUED,
  KIND,
  LANGUAGE,
  MANDATE,
  NAME,
  NOTE,
  PERCENT,
  PERSON,
  PROPOSED,
  RATE,
  REASON,
  REMARK,
  ROLE,
  SEGMENT,
  SOURCE,
  STEP,
  TAGS,
  TERMS,
  THROUGH,
  TIME,
  TYPE,
  UNTIL,
  WITHOUT,
  WORTH,
  ZONES;

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (Column each : values()) {
      BY_NAME.put(each.name, each);
    }
  }

  private final String name = name().toLowerCase(Locale.ROOT);

  /** The column of a name; null for a name that is not read. */
  static Column named(String name) {
    return BY_NAME.get(name);
  }

  /** Whether the column holds words, which may have several lines. */
  boolean holdsWords() {
    return this == NOTE || this == NAME || this == REMARK || this == ADDRESS;
  }

  /**
   * Whether rows often have the same values in the column, one after the other or here and there.
   */
  boolean repeats() {
    return switch (this) {
      case CURRENCY, CUSTOMER, TYPE, STEP, CHANNEL, TERMS, REASON, ROLE, BY, AUTHOR -> true;
      default -> false;
    };
  }

  /** As it stands in the header. */
  @Override
  public String toString() {
    return name;
  }
}
