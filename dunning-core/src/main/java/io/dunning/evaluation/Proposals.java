package io.dunning.evaluation;

import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementQuote;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a step offers to the customer: to settle for less, or to pay in instalments. */
final class Proposals {
  private final Debt debt;
  private final Books books;
  private final PreparedPolicy policy;
  private final LocalDate day;
  private final ChargedInvoices charged;
  private final List<InvoiceHistory> concerned;

  Proposals(Debt debt, ChargedInvoices charged, List<InvoiceHistory> concerned) {
    this.debt = debt;
    books = debt.books();
    policy = books.policy;
    day = books.asOfDate();
    this.charged = charged;
    this.concerned = concerned;
  }

  /** The offers for single invoices, by number. */
  SortedMap<String, SettlementQuote> offers() {
    SortedMap<String, SettlementQuote> all = new TreeMap<>();
    SettlementRule rule = policy.settlement;
    Percentage share = rule.shareAt(debt.daysPastDue()).orElseThrow();
    for (InvoiceHistory each : concerned) {
      try {
        Owed owed = charged.owed(each, each.standingOn(books.asOf).balance().open());
        all.put(each.invoice().number(), rule.offer(owed, share, day, policy.calendar));
      } catch (ArithmeticException e) {
        charged.tooLarge(each);
      }
    }
    return all;
  }

  /** Whether it is decided about several invoices at once. */
  private boolean isOfAccount() {
    return policy.policy.account().unit() != AccountRules.Unit.INVOICE && !policy.ownLevel;
  }

  private static <T> SortedMap<CurrencyUnit, T> noneOfAccount() {
    return Collections.emptySortedMap();
  }

  /** The offers put together, by currency; none unless it is decided about invoices together. */
  SortedMap<CurrencyUnit, SettlementQuote> together(SortedMap<String, SettlementQuote> offers) {
    if (!isOfAccount() || offers.isEmpty()) {
      return noneOfAccount();
    }
    SortedMap<CurrencyUnit, List<SettlementQuote>> ofCurrency = new TreeMap<>();
    offers
        .values()
        .forEach(
            q -> ofCurrency.computeIfAbsent(q.amount().currency(), c -> new ArrayList<>()).add(q));
    SortedMap<CurrencyUnit, SettlementQuote> all = new TreeMap<>();
    ofCurrency.forEach(
        (currency, quotes) -> {
          try {
            all.put(currency, SettlementQuote.together(quotes));
          } catch (ArithmeticException e) {
            charged.tooLarge(concerned.get(0));
          }
        });
    return all;
  }

  /** A plan a currency for all invoices; none unless it is decided about invoices together. */
  SortedMap<CurrencyUnit, PaymentPlan> plansTogether() {
    if (!isOfAccount()) {
      return noneOfAccount();
    }
    PlanRule rule = policy.policy.plans().orElseThrow();
    SortedMap<CurrencyUnit, List<InvoiceHistory>> ofCurrency = new TreeMap<>();
    for (InvoiceHistory each : concerned) {
      CurrencyUnit currency = each.invoice().amount().currency();
      ofCurrency.computeIfAbsent(currency, c -> new ArrayList<>()).add(charged.charged(each));
    }
    SortedMap<CurrencyUnit, PaymentPlan> all = new TreeMap<>();
    ofCurrency.forEach(
        (currency, histories) -> {
          try {
            all.put(
                currency, rule.proposeForAll(histories, books.chargeRules(), day, policy.calendar));
          } catch (ArithmeticException e) {
            charged.tooLarge(histories.get(0));
          }
        });
    return all;
  }

  /** The plans for single invoices, by number. */
  SortedMap<String, PaymentPlan> plans() {
    SortedMap<String, PaymentPlan> all = new TreeMap<>();
    PlanRule rule = policy.policy.plans().orElseThrow();
    for (InvoiceHistory each : concerned) {
      try {
        InvoiceHistory known = charged.charged(each);
        all.put(
            each.invoice().number(),
            rule.propose(known, books.chargeRules(), day, policy.calendar));
      } catch (ArithmeticException e) {
        charged.tooLarge(each);
      }
    }
    return all;
  }
}
