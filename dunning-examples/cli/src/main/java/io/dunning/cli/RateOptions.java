package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DayCount;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.charge.StatutoryInterest;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Percentage;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What late payment costs, and what a payment pays first. */
final class RateOptions {
  /** No name, rate or margin is longer; the library need not look at more. */
  private static final int LONGEST_VALUE = 200;

  /** With no rules at all, assessed charges would not count in the books either. */
  private static final ChargeRules ASSESSED_ONLY =
      ChargeRules.of(LateInterest.fixed(Percentage.percent("0")));

  @ArgGroup(multiplicity = "0..1")
  private Rate rate;

  /** How interest is calculated: at most one of the three is given. */
  static final class Rate {
    @Option(
        names = "--rate",
        required = true,
        paramLabel = "PERCENT",
        description = "a fixed rate in percent a year")
    private String fixed;

    @Option(
        names = "--base",
        required = true,
        paramLabel = "ID",
        description = "a table of reference rates: DE, ECB, GB, AT, US and others")
    private String base;

    @Option(
        names = "--regime",
        required = true,
        paramLabel = "ID",
        description = "a law, such as DE-288-2 or GB-LPCDA")
    private String regime;
  }

  @Option(
      names = "--margin",
      paramLabel = "POINTS",
      description = "percentage points on top of --base (default: 0)")
  private String margin;

  @Option(
      names = "--fixed-at-start",
      description = "use the rate of the first day of interest for the whole delay")
  private boolean fixedAtStart;

  @Option(
      names = "--day-count",
      paramLabel = "NAME",
      description = "such as ACT/365F or ACT/ACT ISDA (default: that of the law, or ACT/365F)")
  private String dayCount;

  @Option(
      names = "--payment-day",
      paramLabel = "included|excluded",
      description = "whether an amount bears interest on the day it is paid (default: included)")
  private String paymentDay = "included";

  @Option(
      names = "--pays",
      paramLabel = "costs-interest-principal|...",
      description = "what a payment pays first (default: principal-interest-costs)")
  private String pays;

  /** Whether a rate is given. */
  boolean haveRate() {
    return rate != null;
  }

  /** Whether it is said what a payment pays first. */
  boolean havePays() {
    return pays != null;
  }

  /**
   * The rules; without a rate, only charges that were assessed count.
   *
   * @param extended adds further rates to reference rates
   */
  ChargeRules rules(UnaryOperator<ReferenceRates> extended) {
    if (base() == null && margin != null) {
      throw new BadInputException("--margin: needs --base: " + Found.shortened(margin));
    }
    if (base() == null && fixedAtStart) {
      throw new BadInputException("--fixed-at-start: needs --base");
    }
    ChargeRules rules = rate == null ? ASSESSED_ONLY : interest(extended);
    return havePays() ? rules.paying(read("--pays", pays, RateOptions::order)) : rules;
  }

  /**
   * Accounts as the books show them at the end of a day if payments pay charges first; as they are
   * unless that is asked for.
   */
  UnaryOperator<Account> books(LocalDate day) {
    if (haveRate() && !havePays()) {
      throw new BadInputException("--rate, --base and --regime work here only with --pays");
    }
    ChargeRules rules = rules(base -> base);
    return havePays() ? account -> posted(rules, account, day) : account -> account;
  }

  private static Account posted(ChargeRules rules, Account account, LocalDate day) {
    BusinessCalendar calendar = Command.EVALUATOR.calendar();
    ChargeRules agreed = rules.agreedWith(account.customer());
    for (InvoiceHistory each : account.invoices()) {
      agreed
          .accrue(account.withRestrictions(each), day, calendar)
          .missing()
          .ifPresent(
              missing -> {
                String invoice = Found.shortened(each.invoice().number());
                throw new BadInputException(
                    invoice + ": " + missing + "\nMaybe: give a fixed --rate");
              });
    }
    return agreed.posted(account, day, calendar);
  }

  private String base() {
    return rate == null ? null : rate.base;
  }

  private ChargeRules interest(UnaryOperator<ReferenceRates> extended) {
    if (rate.regime != null) {
      StatutoryInterest law = read("--regime", rate.regime, StatutoryInterest::of);
      StatutoryInterest known = law.rates().map(r -> law.withRates(extended.apply(r))).orElse(law);
      return ChargeRules.of(known.with(counted(known.interest())));
    }
    if (rate.base != null) {
      ReferenceRates base = extended.apply(read("--base", rate.base, ReferenceRates::of));
      Percentage points = read("--margin", margin == null ? "0" : margin, Percentage::parse);
      LateInterest floating = LateInterest.floating(base, points);
      return ChargeRules.of(counted(fixedAtStart ? floating.fixedAtStart() : floating));
    }
    return ChargeRules.of(counted(read("--rate", rate.fixed, RateOptions::fixed)));
  }

  private static LateInterest fixed(String text) {
    return LateInterest.fixed(Percentage.parse(text));
  }

  private static AllocationOrder order(String text) {
    return AllocationOrder.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private LateInterest counted(LateInterest rule) {
    LateInterest counted =
        dayCount == null ? rule : rule.counting(read("--day-count", dayCount, DayCount::parse));
    PaymentDay day =
        read("--payment-day", paymentDay, t -> PaymentDay.valueOf(t.toUpperCase(Locale.ROOT)));
    return counted.from(FirstDay.AFTER_DUE_DATE, day);
  }

  private static <T> T read(String option, String text, Function<String, T> reader) {
    String shown = Found.shortened(text);
    if (text.length() > LONGEST_VALUE) {
      throw new BadInputException(
          option + ": more than " + LONGEST_VALUE + " characters: " + shown);
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      boolean named = e.getMessage().startsWith("No enum constant");
      throw new BadInputException(option + ": " + (named ? "not known: " + shown : e.getMessage()));
    }
  }
}
