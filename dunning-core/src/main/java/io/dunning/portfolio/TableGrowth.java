package io.dunning.portfolio;

import io.dunning.compiled.CompiledDecider;
import io.dunning.compiled.PackedGrowth;
import io.dunning.compiled.Packing;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.util.List;

/**
 * Records an event in the row of a table: the standing goes on from where it is. Only what happens
 * every day is recorded so; of everything else, the caller puts the account.
 */
final class TableGrowth {
  private final TableRows rows;
  private final Packing packing;

  TableGrowth(TableRows rows, Packing packing) {
    this.rows = rows;
    this.packing = packing;
  }

  /**
   * Whether an event is of those that are recorded.
   *
   * @param invoice the number of an invoice; null for an event of the account as a whole
   */
  static boolean isRecorded(String invoice, LedgerEvent event) {
    return event instanceof StepTaken
        || (invoice == null ? event instanceof Contact : event instanceof Payment);
  }

  /**
   * An account that is kept whole, with one event more.
   *
   * @param invoice the number of an invoice; null for an event of the account as a whole
   * @return null if it has no such invoice that is open, or the event does not go on from it
   */
  static Account grown(Account kept, String invoice, LedgerEvent event) {
    if (event.date().toEpochDay() < kept.lastDay()) {
      return null;
    }
    if (invoice == null) {
      return kept.with(event);
    }
    InvoiceHistory open = ToldInvoices.isWithoutNumber(invoice) ? null : open(kept, invoice);
    return open == null || isInAnotherCurrency(event, open) ? null : kept.with(open.with(event));
  }

  private static InvoiceHistory open(Account kept, String invoice) {
    for (InvoiceHistory each : kept.invoices()) {
      if (each.invoice().number().equals(invoice)) {
        return each.standingOn(kept.lastDay()).balance().openMinor() > 0 ? each : null;
      }
    }
    return null;
  }

  private static boolean isInAnotherCurrency(LedgerEvent event, InvoiceHistory invoice) {
    return event instanceof Payment payment
        && !payment.amount().currency().equals(invoice.invoice().amount().currency());
  }

  /**
   * Records an event, one of those that {@linkplain #isRecorded are recorded}, in the packed
   * standing of a row.
   *
   * @param invoice the number of an invoice; null for an event of the account as a whole
   * @param texts the customer and the numbers of the open invoices; loses that of an invoice that
   *     is paid
   * @return whether numbers tell it; if so, the standing is in the packing
   */
  boolean record(int row, String invoice, LedgerEvent event, List<String> texts) {
    long[] block = rows.block(row);
    int at = rows.at(row);
    int open = CompiledDecider.invoices(block, at);
    int number = invoice == null ? 0 : texts.subList(1, 1 + open).indexOf(invoice) + 1;
    long day = event.date().toEpochDay();
    if (invoice != null && (number == 0 || invoice.isEmpty())) {
      return false;
    }
    PackedGrowth growth = new PackedGrowth(packing, block, at);
    if (!growth.happens(day)) {
      return false;
    }
    if (event instanceof Payment payment) {
      Money amount = payment.amount();
      boolean told = growth.pay(number, amount.currency(), amount.minorUnits());
      if (growth.invoices() < open) {
        texts.remove(number);
      }
      return told;
    }
    if (event instanceof StepTaken taken) {
      packing.step(taken.step(), day, taken.channel().isPresent(), number);
    } else if (event instanceof Contact contact && contact.direction() == Direction.OUT) {
      packing.contacted(day);
    }
    return packing.length() >= 0;
  }
}
