package io.dunning.letters;

import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.charge.ChargeLine;
import io.dunning.charge.ChargeRules;
import io.dunning.evaluation.DocumentSum;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.InvoiceLine;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balance;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills in the invoices, the sums and the history of a letter, all as its document states them. */
final class LetterSums {
  private static final Percentage NO_RATE = Percentage.percent("0");

  private final Account account;
  private final DunningDocument document;
  private final LetterDraft draft;
  private final LocalDate day;
  private final ChargeRules rules;
  private final Map<String, InvoiceHistory> histories = new HashMap<>();

  LetterSums(Account account, DunningDocument document, LetterDraft draft, ChargeRules rules) {
    this.rules = rules;
    this.account = account;
    this.document = document;
    this.draft = draft;
    this.day = document.leading().asOf();
    account.invoices().forEach(h -> histories.put(h.invoice().number(), h));
  }

  void fill() {
    Set<String> done = new HashSet<>();
    for (Recommendation line : document.lines()) {
      for (InvoiceLine each : line.lines()) {
        if (each.concerned() && done.add(each.invoice())) {
          InvoiceHistory history = histories.get(each.invoice());
          draft.items.add(item(history, day, each.open(), charges(line, each)));
          history
              .discounts(day)
              .offered()
              .ifPresent(offer -> draft.discounts.put(each.invoice(), offer));
        }
      }
    }
    for (Recommendation line : document.lines()) {
      for (InvoiceLine each : line.lines()) {
        inform(each.invoice(), Optional.of(each.open()), done);
      }
    }
    document.forInformation().forEach(each -> inform(each, Optional.empty(), done));
    document.sums().forEach(this::total);
    perDay();
    earlier();
    LetterComposer.reference(draft);
  }

  private void inform(String invoice, Optional<Money> open, Set<String> done) {
    if (done.add(invoice)) {
      InvoiceHistory history = histories.get(invoice);
      draft.forInformation.add(
          item(history, day, open.orElseGet(() -> open(history, day)), List.of()));
    }
  }

  /** What is open by the history alone, where no charges are paid first. */
  private static Money open(InvoiceHistory history, LocalDate day) {
    return history.standingOn(day).balance().open();
  }

  /** An invoice as it stands. */
  static LetterItem item(InvoiceHistory history, LocalDate day, List<LetterItem.Charge> charges) {
    return item(history, day, open(history, day), charges);
  }

  private static LetterItem item(
      InvoiceHistory history, LocalDate day, Money open, List<LetterItem.Charge> charges) {
    Standing standing = history.standingOn(day);
    Balance balance = standing.balance();
    long contested = Math.min(open.minorUnits(), standing.agreements().disputedMinor());
    // charges that are left once the invoice is paid fall due on that day
    boolean left = balance.open().isZero() && open.isPositive();
    LocalDate due = left ? balance.closedOn().orElse(balance.due()) : balance.due();
    return new LetterItem(
        history.invoice().number(),
        history.invoice().issued(),
        due,
        ChronoUnit.DAYS.between(due, day),
        history.invoice().amount(),
        balance.paid(),
        open,
        Money.ofMinor(Math.max(0, contested), open.currency()),
        List.copyOf(charges));
  }

  /**
   * The charges line by line; what payments paid of them makes the lines add up to what is owed.
   */
  private List<LetterItem.Charge> charges(Recommendation line, InvoiceLine item) {
    Money owed = item.owed().fees().plus(item.owed().interest());
    if (!item.owed().total().minus(item.open()).equals(owed)) {
      return List.of(); // charges that are chased as a debt of their own are open themselves
    }
    List<LetterItem.Charge> lines = new ArrayList<>();
    for (AccruedCharges each : line.charges()) {
      if (each.invoice().number().equals(item.invoice())) {
        each.lines().forEach(l -> lines.add(charge(l)));
      }
    }
    for (ChargeAssessed each : line.assessments().getOrDefault(item.invoice(), List.of())) {
      if (each.step().isPresent() && each.charge() == ChargeEvent.Charge.FEE) {
        Money amount = each.amount();
        lines.add(
            new LetterItem.Charge(
                LetterItem.Charge.Kind.FEE, day, day, amount, NO_RATE, amount, ""));
      }
    }
    Money rest = owed;
    for (LetterItem.Charge each : lines) {
      rest = rest.minus(each.amount());
    }
    if (!rest.isZero()) {
      LetterItem.Charge.Kind kind =
          rest.isNegative() ? LetterItem.Charge.Kind.PAID : LetterItem.Charge.Kind.FEE;
      lines.add(new LetterItem.Charge(kind, day, day, rest, NO_RATE, rest, ""));
    }
    return lines.stream().filter(l -> !l.amount().isZero()).toList();
  }

  private LetterItem.Charge charge(ChargeLine line) {
    LetterItem.Charge.Kind kind =
        switch (line.kind()) {
          case INTEREST -> LetterItem.Charge.Kind.INTEREST;
          case FEE ->
              isCompensation(line)
                  ? LetterItem.Charge.Kind.COMPENSATION
                  : LetterItem.Charge.Kind.FEE;
          default -> LetterItem.Charge.Kind.WAIVED;
        };
    return new LetterItem.Charge(
        kind,
        line.from(),
        line.throughInclusive(),
        line.base(),
        kind == LetterItem.Charge.Kind.INTEREST ? line.rate() : NO_RATE,
        line.amount(),
        line.kind().isInterest() ? rules.source() : sourceOf(line.rule()));
  }

  /** What the interest that runs on the day of the letter adds each further day. */
  private void perDay() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (Recommendation line : document.lines()) {
      for (AccruedCharges each : line.charges()) {
        boolean asked = document.invoices().contains(each.invoice().number());
        for (ChargeLine charge : asked ? each.lines() : List.<ChargeLine>of()) {
          boolean runs =
              charge.throughInclusive().equals(day) && charge.rate().value().signum() > 0;
          if (runs && charge.kind() == ChargeLine.Kind.INTEREST) {
            sums.merge(charge.base().currency(), perDay(charge), Money::plus);
          }
        }
      }
    }
    sums.values().stream().filter(Money::isPositive).forEach(draft.interestPerDay::add);
  }

  private static Money perDay(ChargeLine line) {
    BigDecimal days = BigDecimal.valueOf(line.basis().contains("360") ? 360 : 365);
    BigDecimal year = line.base().amount().multiply(line.rate().value()).movePointLeft(2);
    int decimals = line.base().currency().decimals();
    return Money.of(year.divide(days, decimals, RoundingMode.HALF_UP), line.base().currency());
  }

  private boolean isCompensation(ChargeLine line) {
    return rules.fees().stream()
        .anyMatch(fee -> fee.isCompensation() && line.rule().startsWith(fee.toString()));
  }

  /** A fee names its source at the end, in brackets, which may have brackets inside. */
  private static String sourceOf(String rule) {
    int depth = 0;
    for (int i = rule.length() - 1; i > 0 && rule.endsWith(")"); i--) {
      char c = rule.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0) {
        return rule.substring(i + 1, rule.length() - 1);
      }
    }
    return "";
  }

  private void total(DocumentSum sum) {
    CurrencyUnit unit = sum.open().currency();
    Money zero = Money.zero(unit);
    Money listed = zero;
    Money disputed = zero;
    for (LetterItem each : draft.items) {
      if (each.open().currency().equals(unit)) {
        listed = listed.plus(each.open());
        disputed = disputed.plus(each.disputed());
      }
    }
    Money apart = listed.minus(sum.asked());
    disputed = disputed.compareTo(apart) > 0 ? apart : disputed;
    Money fees = sum.charges();
    Money interest = zero;
    for (Owed each : document.owed()) {
      if (each.principal().currency().equals(unit) && !sum.charges().isZero()) {
        interest = interest.plus(each.interest());
      }
    }
    fees = fees.minus(interest);
    Money compensation = compensation(fees);
    draft.totals.add(
        new LetterContent.Total(
            listed,
            disputed,
            apart.minus(disputed),
            fees.minus(compensation),
            compensation,
            interest,
            sum.credits(),
            sum.netsCredits(),
            sum.toPay()));
  }

  /** What of the fees is a fixed sum by law; where payments paid some, fees are paid first. */
  private Money compensation(Money fees) {
    Money sum = Money.zero(fees.currency());
    for (LetterItem item : draft.items) {
      for (LetterItem.Charge each : item.charges()) {
        boolean counts = each.kind() == LetterItem.Charge.Kind.COMPENSATION;
        boolean same = each.amount().currency().equals(sum.currency());
        sum = counts && same ? sum.plus(each.amount()) : sum;
      }
    }
    return sum.compareTo(fees) > 0 ? fees : sum;
  }

  private void earlier() {
    List<StepTaken> taken = new ArrayList<>(account.standingOn(day.toEpochDay()).steps().taken());
    for (LetterItem each : draft.items) {
      taken.addAll(histories.get(each.invoice()).standingOn(day).steps().taken());
    }
    taken.stream()
        .map(s -> new LetterContent.Earlier(s.date(), s.step(), s.channel()))
        .distinct()
        .sorted(Comparator.comparing(LetterContent.Earlier::date))
        .forEach(draft.earlier::add);
  }
}
