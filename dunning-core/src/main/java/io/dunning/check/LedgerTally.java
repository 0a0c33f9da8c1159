package io.dunning.check;

import io.dunning.check.LedgerComparison.Case;
import io.dunning.check.LedgerComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up how invoices are treated otherwise; their accounts come one after the other. */
final class LedgerTally {
  private final LocalDate last;
  private final Map<Kind, Sum> sums = new EnumMap<>(Kind.class);
  private String customer = "";
  private int accounts;
  private int invoices;
  private int harsher;

  /** What one kind of difference adds up to. */
  private static final class Sum {
    final SortedMap<CurrencyUnit, Money> money = new TreeMap<>();
    int customers;
    int invoices;
    int lastAccount;
    long most = -1;
    String words = "";
    Case extreme;
  }

  LedgerTally(LocalDate last) {
    this.last = last;
  }

  /** The invoices of the next customer follow. */
  void account(String id) {
    customer = id;
    accounts++;
  }

  void add(InvoiceHistory history, Timeline before, Timeline after) {
    invoices++;
    String number = history.invoice().number();
    Treatment was = Treatment.of(before, number);
    Treatment is = Treatment.of(after, number);
    harsher += is.isHarsherThan(was) ? 1 : 0;
    Contrast.tell(
        was,
        is,
        (kind, much, words, day) -> {
          Sum sum = sums.computeIfAbsent(kind, k -> new Sum());
          count(sum, isCharge(kind) ? Money.parse(words) : open(history, day));
          if (much > sum.most) {
            sum.most = much;
            sum.words = words;
            sum.extreme = new Case(customer, number, about(before, number), about(after, number));
          }
        });
  }

  private void count(Sum sum, Money money) {
    sum.invoices++;
    sum.customers += sum.lastAccount == accounts ? 0 : 1;
    sum.lastAccount = accounts;
    sum.money.merge(money.currency(), money, Money::plus);
  }

  static boolean isCharge(Kind kind) {
    return kind == Kind.CHARGED_MORE || kind == Kind.CHARGED_LESS;
  }

  private static Money open(InvoiceHistory history, LocalDate day) {
    return history.standingOn(day).balance().open();
  }

  private static List<Timeline.Entry> about(Timeline timeline, String number) {
    return timeline.entries().stream()
        .filter(e -> e.recommendation().invoices().contains(number))
        .toList();
  }

  /** The name of a policy, or those of several. */
  static String names(PolicySet policies) {
    return String.join(", ", policies.policies().stream().map(DunningPolicy::name).toList());
  }

  LedgerComparison result(String before, String after, LocalDate first) {
    List<Effect> effects = new ArrayList<>();
    sums.forEach(
        (kind, sum) ->
            effects.add(
                new Effect(kind, sum.customers, sum.invoices, sum.money, sum.words, sum.extreme)));
    return new LedgerComparison(before, after, first, last, accounts, invoices, harsher, effects);
  }
}
