package io.dunning.letters;

import java.util.Locale;

/** A notice that the law requires in some letters; each has its own phrase. */
public enum RequiredNotice {
  /** United States, a collector's first letter to a consumer: 12 CFR 1006.18(e)(1). */
  US_COLLECTOR_FIRST,
  /** United States, a collector's later letters to a consumer: 12 CFR 1006.18(e)(2). */
  US_COLLECTOR,
  /** United States, the validation information for a consumer: 12 CFR 1006.34(c). */
  US_VALIDATION,
  /** United States, validation information that is sent electronically: 12 CFR 1006.34(c)(3)(v). */
  US_ELECTRONIC,
  /** United States, e-mails and text messages of a collector to a consumer: 12 CFR 1006.6(e). */
  US_OPT_OUT,
  /** Germany, a collector's first letter to a private person: RDG 13a(1). */
  DE_COLLECTOR,
  /** France, an amicable collector's letter: CPCE R124-4, with the text of L111-8. */
  FR_COLLECTOR,
  /** France, an amicable collector's later letters, which name the first one: CPCE R124-4. */
  FR_COLLECTOR_LATER,
  /** France, the demand that puts the debtor on notice: Code civil 1344. */
  FR_MISE_EN_DEMEURE,
  /** Korea, a collector's letter to a person: Fair Debt Collection Act, sections 6 and 19. */
  KR_COLLECTOR,
  /**
   * England and Wales, the letter to a person before court: Pre-Action Protocol for Debt Claims.
   */
  GB_BEFORE_COURT;

  /** Whether the notice is too long for a text message, or comes with forms. */
  boolean needsLetter() {
    return switch (this) {
      case US_VALIDATION, DE_COLLECTOR, FR_COLLECTOR, GB_BEFORE_COURT -> true;
      default -> false;
    };
  }

  /** {@return the name in phrases, such as {@code us-validation}} */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
