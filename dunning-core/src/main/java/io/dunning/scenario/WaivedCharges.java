package io.dunning.scenario;

import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the creditor really gave up of charges in some days. */
final class WaivedCharges {
  private WaivedCharges() {}

  /** The amount of each waiver; of one without an amount, what was assessed and still owed. */
  static List<Money> of(Account account, LocalDate first, LocalDate last) {
    List<Money> all = new ArrayList<>();
    for (InvoiceHistory history : account.invoices()) {
      List<LedgerEvent> events = history.events();
      for (int i = 0; i < events.size(); i++) {
        if (isWithin(events.get(i), first, last)
            && events.get(i) instanceof ChargeEvent.ChargeWaived waiver) {
          InvoiceHistory before = InvoiceHistory.of(history.invoice(), events.subList(0, i));
          all.add(waiver.amount().orElseGet(() -> owed(before, waiver)));
        }
      }
    }
    for (LedgerEvent event : account.events()) {
      if (isWithin(event, first, last) && event instanceof ChargeEvent.ChargeWaived waiver) {
        waiver
            .amount()
            .ifPresentOrElse(
                all::add, () -> account.invoices().forEach(h -> all.add(owed(h, waiver))));
      }
    }
    return all.stream().filter(Money::isPositive).toList();
  }

  private static boolean isWithin(LedgerEvent event, LocalDate first, LocalDate last) {
    return !event.date().isBefore(first) && !event.date().isAfter(last);
  }

  /** Which rules applied then is not known; what was assessed is. */
  private static Money owed(InvoiceHistory history, ChargeEvent.ChargeWaived waiver) {
    AccruedCharges charges = ChargeRules.NONE.accrue(history, waiver.date());
    return waiver.charge() == Charge.FEE ? charges.fees() : charges.interest();
  }
}
