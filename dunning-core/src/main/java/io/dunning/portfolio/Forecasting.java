package io.dunning.portfolio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.Balance;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.PaymentForecast.Basis;
import io.dunning.portfolio.PaymentForecast.Debt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Learns from payments how late they come, and dates the debts that are open. */
final class Forecasting {
  /** Invoices whose story ended longer ago say little about today. */
  private static final int WINDOW = 730;

  /** A customer's own payments count from so many on. */
  private static final int LEAST = 5;

  /** So many of them must have come later than the debt at hand has waited. */
  private static final int LEAST_LATER = 2;

  private final LocalDate asOf;
  private final BusinessCalendar calendar;
  private final DelayCurve everybody = new DelayCurve();
  private final List<Debt> debts = new ArrayList<>();
  private final SortedMap<CurrencyUnit, Money> credits = new TreeMap<>();

  Forecasting(LocalDate asOf, BusinessCalendar calendar) {
    this.asOf = asOf;
    this.calendar = calendar;
  }

  void learn(Account account) {
    everybody.add(curve(account));
  }

  /** How late the invoices of an account are paid. */
  private DelayCurve curve(Account account) {
    DelayCurve curve = new DelayCurve();
    for (InvoiceHistory history : account.invoices()) {
      if (!history.invoice().issued().isAfter(asOf)) {
        learn(curve, history, history.standingOn(asOf));
      }
    }
    return curve;
  }

  private void learn(DelayCurve curve, InvoiceHistory history, Standing standing) {
    Balance balance = standing.balance();
    LocalDate due = balance.due();
    Optional<LocalDate> settled = Figures.settledByMoney(history, standing);
    if (balance.openMinor() > 0) {
      curve.open(asOf.toEpochDay() - due.toEpochDay());
    } else if (settled.isPresent() && isRecent(settled.get())) {
      curve.settled(settled.get().toEpochDay() - due.toEpochDay());
    } else if (balance.closure() == Closure.WRITTEN_OFF) {
      balance
          .closedOn()
          .filter(this::isRecent)
          .ifPresent(d -> curve.open(d.toEpochDay() - due.toEpochDay()));
    }
  }

  private boolean isRecent(LocalDate day) {
    return asOf.toEpochDay() - day.toEpochDay() < WINDOW;
  }

  void add(Account account) {
    DelayCurve own = curve(account);
    Map<String, InvoiceHistory> histories = new HashMap<>();
    account.invoices().forEach(h -> histories.put(h.invoice().number(), h));
    for (OpenItem item : account.openItems(asOf)) {
      if (item.minorUnits() < 0) {
        credits.merge(item.currency(), item.amount().unaryMinus(), Money::plus);
      } else {
        debts.add(debt(account, histories.get(item.invoice()), item, own));
      }
    }
  }

  private Debt debt(Account account, InvoiceHistory history, OpenItem item, DelayCurve own) {
    Agreements agreements = history.standingOn(asOf).agreements();
    Agreements whole = account.standingOn(asOf.toEpochDay()).agreements();
    if (item.claim() == OpenItem.Claim.DISPUTED || isRestricted(agreements, whole)) {
      return debt(item, Basis.HELD, 0, Optional.empty(), Optional.empty());
    }
    long waited = asOf.toEpochDay() - item.dueDay();
    boolean known = own.settledCount() >= LEAST && own.settledAfter(waited) >= LEAST_LATER;
    DelayCurve curve = known ? own : everybody;
    Optional<LocalDate> half = day(item, curve.percentile(50, waited));
    Optional<LocalDate> most = day(item, curve.percentile(80, waited));
    Optional<LocalDate> promised =
        item.claim() == OpenItem.Claim.PROMISED ? promised(agreements, whole) : Optional.empty();
    if (promised.isPresent()) {
      LocalDate day = promised.get();
      return debt(item, Basis.PROMISE, 0, promised, most.map(d -> d.isBefore(day) ? day : d));
    }
    if (half.isEmpty()) {
      return debt(item, Basis.UNKNOWN, 0, half, most);
    }
    Basis basis = known ? Basis.CUSTOMER : Basis.EVERYBODY;
    return debt(item, basis, curve.settledAfter(waited), half, most);
  }

  private static Debt debt(
      OpenItem item,
      Basis basis,
      int sample,
      Optional<LocalDate> expected,
      Optional<LocalDate> cautious) {
    LocalDate due = LocalDate.ofEpochDay(item.dueDay());
    return new Debt(
        item.customer(), item.invoice(), item.amount(), due, basis, sample, expected, cautious);
  }

  /** The business day on which money arrives. */
  private Optional<LocalDate> day(OpenItem item, OptionalLong delay) {
    return delay.isEmpty()
        ? Optional.empty()
        : Optional.of(arrives(LocalDate.ofEpochDay(item.dueDay() + delay.getAsLong())));
  }

  /** The first business day from a day on, and after today; the day itself if none is known. */
  LocalDate arrives(LocalDate day) {
    LocalDate next = day.isAfter(asOf) ? day : asOf.plusDays(1);
    try {
      return calendar.adjust(next, BusinessDayConvention.FOLLOWING);
    } catch (DateTimeException e) {
      return next;
    }
  }

  /** The day of the promise that counts, on the invoice or else on the account. */
  private Optional<LocalDate> promised(Agreements own, Agreements whole) {
    return own.promise()
        .or(whole::promise)
        .map(PromiseToPay::until)
        .filter(d -> !d.isBefore(asOf))
        .map(this::arrives);
  }

  private boolean isRestricted(Agreements own, Agreements whole) {
    long day = asOf.toEpochDay();
    for (Restriction each : Restriction.values()) {
      if (own.restrictedThroughDay(each) >= day || whole.restrictedThroughDay(each) >= day) {
        return true;
      }
    }
    return false;
  }

  /** The usual delay of everybody, whatever a debt has waited; empty without payments. */
  OptionalLong usualDelay() {
    return everybody.percentile(50, Long.MIN_VALUE / 4);
  }

  PaymentForecast forecast() {
    return new PaymentForecast(asOf, debts, credits);
  }
}
