package io.dunning.letters;

import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.MoneyEvent.PaymentReversed;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills in the letters that answer what a customer did: promised something, or paid. */
final class LetterAnswers {
  private final Account account;
  private final LocalDate asOf;

  LetterAnswers(Account account, LocalDate asOf) {
    this.account = account.asOf(asOf);
    this.asOf = asOf;
  }

  /**
   * Fills in the promises that are in force.
   *
   * @param owed what is owed on each invoice with fees and interest, if it is known
   * @return whether there are any
   */
  boolean promises(LetterDraft draft, Map<String, Money> owed) {
    Map<InvoiceHistory, PromiseToPay> found = promised();
    SortedMap<CurrencyUnit, Money> left = new TreeMap<>();
    SortedMap<CurrencyUnit, Money> open = new TreeMap<>();
    for (InvoiceHistory each : found.keySet()) {
      LetterItem item = LetterSums.item(each, asOf, List.of());
      draft.items.add(item);
      add(left, owed.getOrDefault(item.invoice(), item.open()));
      add(open, item.open());
    }
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    LocalDate last = LocalDate.MIN;
    for (LetterContent.PromisedPart each : parts(draft, found, open)) {
      // whoever promises more than is owed pays what is owed
      Money owes = left.getOrDefault(each.amount().currency(), each.amount());
      Money amount = each.amount().compareTo(owes) > 0 ? owes : each.amount();
      draft.promises.add(new LetterContent.PromisedPart(each.invoice(), amount, each.on()));
      add(sums, amount);
      add(left, amount.unaryMinus());
      last = each.on().isAfter(last) ? each.on() : last;
    }
    if (!found.isEmpty()) {
      draft.promised =
          Optional.of(new LetterContent.DatedAmounts(List.copyOf(sums.values()), last));
      left.values().stream().filter(Money::isPositive).forEach(draft.notPromised::add);
    }
    return !found.isEmpty();
  }

  /** The open invoices that somebody promised to pay, each with the promise that counts. */
  private Map<InvoiceHistory, PromiseToPay> promised() {
    Optional<PromiseToPay> whole = inForce(account.standingOn(asOf.toEpochDay()));
    Map<InvoiceHistory, PromiseToPay> found = new LinkedHashMap<>();
    for (InvoiceHistory each : account.invoices()) {
      Standing standing = each.standingOn(asOf);
      Optional<PromiseToPay> counts = whole.or(() -> inForce(standing));
      if (counts.isPresent() && standing.balance().open().isPositive()) {
        found.put(each, counts.get());
      }
    }
    return found;
  }

  private Optional<PromiseToPay> inForce(Standing standing) {
    return standing.agreements().promise().filter(p -> !p.until().isBefore(asOf));
  }

  /** The promise of the account in each currency, or that of each invoice. */
  private List<LetterContent.PromisedPart> parts(
      LetterDraft draft,
      Map<InvoiceHistory, PromiseToPay> found,
      SortedMap<CurrencyUnit, Money> open) {
    List<LetterContent.PromisedPart> parts = new ArrayList<>();
    Optional<PromiseToPay> whole = inForce(account.standingOn(asOf.toEpochDay()));
    if (whole.isPresent()) {
      Collection<Money> all = whole.get().amount().map(List::of).orElse(List.copyOf(open.values()));
      all.forEach(
          amount -> parts.add(new LetterContent.PromisedPart("", amount, whole.get().until())));
      return parts;
    }
    int place = 0;
    for (PromiseToPay each : found.values()) {
      LetterItem item = draft.items.get(place++);
      parts.add(
          new LetterContent.PromisedPart(
              item.invoice(), each.amount().orElse(item.open()), each.until()));
    }
    return parts;
  }

  private static void add(SortedMap<CurrencyUnit, Money> sums, Money amount) {
    sums.merge(amount.currency(), amount, Money::plus);
  }

  /** A payment, as far as it did not bounce; the invoice is null if it waits on the account. */
  private record Paid(LocalDate day, Money amount, InvoiceHistory invoice) {}

  /**
   * Fills in the payments of the latest day on which something was paid that did not bounce.
   *
   * @return whether there are any
   */
  boolean payments(LetterDraft draft) {
    List<Paid> all = new ArrayList<>(paid(account.events(), null));
    account.invoices().forEach(each -> all.addAll(paid(each.events(), each)));
    Optional<LocalDate> latest = all.stream().map(Paid::day).max(LocalDate::compareTo);
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    SortedMap<CurrencyUnit, Money> open = new TreeMap<>();
    List<InvoiceHistory> about = new ArrayList<>();
    for (Paid each : all) {
      if (each.day().equals(latest.get())) {
        add(sums, each.amount());
        if (each.invoice() != null && !about.contains(each.invoice())) {
          about.add(each.invoice());
        }
      }
    }
    for (InvoiceHistory each : about) {
      draft.items.add(LetterSums.item(each, asOf, List.of()));
      add(open, each.standingOn(asOf).balance().open());
    }
    open.values().stream().filter(Money::isPositive).forEach(draft.stillOpen::add);
    draft.paid = latest.map(day -> new LetterContent.DatedAmounts(List.copyOf(sums.values()), day));
    return latest.isPresent();
  }

  /** Payments in their order, without what was reversed of them: the latest ones first. */
  private static List<Paid> paid(List<LedgerEvent> events, InvoiceHistory invoice) {
    List<Paid> all = new ArrayList<>();
    for (LedgerEvent each : events) {
      if (each instanceof Payment payment) {
        all.add(new Paid(payment.date(), payment.amount(), invoice));
      } else if (each instanceof PaymentReversed reversed) {
        takeBack(all, reversed.amount());
      }
    }
    return all;
  }

  private static void takeBack(List<Paid> all, Money amount) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).amount().equals(amount)) {
        all.remove(i); // most reversals are of one payment
        return;
      }
    }
    Money left = amount;
    for (int i = all.size() - 1; i >= 0 && left.isPositive(); i--) {
      Paid each = all.get(i);
      if (!each.amount().currency().equals(left.currency())) {
        continue;
      }
      Money rest = each.amount().minus(left);
      left = rest.isPositive() ? Money.zero(left.currency()) : rest.unaryMinus();
      if (rest.isPositive()) {
        all.set(i, new Paid(each.day(), rest, each.invoice()));
      } else {
        all.remove(i);
      }
    }
  }
}
