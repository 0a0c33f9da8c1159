package io.dunning;

import io.dunning.event.LedgerEvent;
import io.dunning.event.PaymentMethod;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a bank may say about any account. */
public final class BankTelling {
  private BankTelling() {}

  /** What the bank may say in the 60 days up to a day. */
  private static List<LedgerEvent> bank(
      Random random, LocalDate day, CurrencyUnit unit, boolean onlyReceipts) {
    List<LedgerEvent> all = new ArrayList<>();
    int number = random.nextInt(6);
    for (int i = 0; i < number; i++) {
      LocalDate on = day.minusDays(random.nextInt(60));
      Money amount = Money.ofMinor(random.nextInt(60_000), unit);
      String id = "R-" + random.nextInt(4);
      all.add(
          switch (random.nextInt(onlyReceipts ? 4 : 12)) {
            case 0, 1 -> LedgerEvent.candidateReceipt(on, id, amount, "ACME");
            case 2 ->
                LedgerEvent.candidateReceipt(on, id, amount, "", on.plusDays(random.nextInt(80)));
            case 3 -> LedgerEvent.candidateRejected(on, id);
            case 4 -> LedgerEvent.candidateBooked(on, id);
            case 5 -> LedgerEvent.bankDataAsOf(on);
            case 6, 7 -> LedgerEvent.paidBy(on, PaymentMethod.values()[random.nextInt(3)]);
            case 8 -> LedgerEvent.collectionPlanned(on, on.plusDays(random.nextInt(20)));
            case 9, 10 -> LedgerEvent.collectionFailed(on, "SEPA-SDD", "AM04");
            default -> LedgerEvent.collected(on);
          });
    }
    return all;
  }

  /**
   * An account of which the bank says something, as it is known on a day.
   *
   * @param account the account without it
   * @param day the last day of what is said
   * @param random what is said
   * @param onlyReceipts whether only receipts are proposed and rejected
   * @return the account with it
   */
  public static Account told(Account account, LocalDate day, Random random, boolean onlyReceipts) {
    List<InvoiceHistory> invoices = new ArrayList<>();
    for (InvoiceHistory each : account.invoices()) {
      CurrencyUnit unit = each.invoice().amount().currency();
      List<LedgerEvent> own = bank(random, day, unit, onlyReceipts);
      invoices.add(each.with(own.toArray(new LedgerEvent[0])));
    }
    List<LedgerEvent> events = new ArrayList<>(account.events());
    if (!invoices.isEmpty()) {
      CurrencyUnit unit = invoices.get(0).invoice().amount().currency();
      events.addAll(bank(random, day, unit, onlyReceipts));
    }
    return Account.of(account.customer(), invoices, events).asOf(day);
  }
}
