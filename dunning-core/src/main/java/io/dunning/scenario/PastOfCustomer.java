package io.dunning.scenario;

import io.dunning.event.AgreementEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import java.util.ArrayList;
import java.util.List;

/** An account as it would be if the creditor had done nothing about it. */
final class PastOfCustomer {
  private PastOfCustomer() {}

  static Account of(Account account) {
    List<InvoiceHistory> invoices = new ArrayList<>();
    for (InvoiceHistory each : account.invoices()) {
      invoices.add(InvoiceHistory.of(each.invoice(), kept(each.events())));
    }
    return Account.of(account.customer(), invoices, kept(account.events()));
  }

  private static List<LedgerEvent> kept(List<LedgerEvent> events) {
    return events.stream().filter(e -> !isOfCreditor(e)).toList();
  }

  /** Charges given up or paid go with those that were assessed. */
  private static boolean isOfCreditor(LedgerEvent event) {
    return event instanceof StepEvent
        || event instanceof ContactEvent.Contact
        || event instanceof ChargeEvent
        || event instanceof AgreementEvent.SettlementOffered
        || event instanceof AgreementEvent.SettlementLapsed
        || event instanceof DeliveryEvent.DeliveryConfirmed confirmed
            && confirmed.step().isPresent()
        || event instanceof DeliveryEvent.DeliveryFailed failed && failed.step().isPresent();
  }
}
