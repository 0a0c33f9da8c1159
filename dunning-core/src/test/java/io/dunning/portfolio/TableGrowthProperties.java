package io.dunning.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.compiled.RandomPlay;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.ContactEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Recording an event in a table comes to the same as putting the account that has it. */
class TableGrowthProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static LedgerEvent ofAccount(Random random, LocalDate day) {
    return random.nextInt(3) == 0
        ? new ContactEvent.Contact(day, Channel.PHONE)
        : taken(random, day);
  }

  private static StepEvent.StepTaken taken(Random random, LocalDate day) {
    String step = List.of("one", "two", "three", "old").get(random.nextInt(4));
    Optional<Channel> by = random.nextBoolean() ? Optional.empty() : Optional.of(Channel.EMAIL);
    return new StepEvent.StepTaken(day, step, by);
  }

  private static LedgerEvent ofInvoice(Random random, LocalDate day, InvoiceHistory history) {
    Money open = history.standingOn(LocalDate.MAX).balance().open();
    return switch (random.nextInt(8)) {
      case 0 -> taken(random, day);
      case 1 -> new DisputeEvent.DisputeOpened(day, "price");
      case 2 -> new MoneyEvent.Payment(day, open.plus(Money.ofMinor(5, open.currency())));
      case 3 -> new MoneyEvent.Payment(day, open);
      case 4 -> new MoneyEvent.Payment(day, open.minus(share(open)));
      case 5 -> new MoneyEvent.Refund(day, Money.ofMinor(700, open.currency()));
      case 6 -> new MoneyEvent.PaymentReversed(day, Money.ofMinor(700, open.currency()));
      default -> new MoneyEvent.Payment(day, Money.ofMinor(open.minorUnits() / 2, open.currency()));
    };
  }

  /** Events that are not recorded of an account as a whole, however the table keeps it. */
  private static List<LedgerEvent> notRecorded(Account account, LocalDate day) {
    List<LedgerEvent> all = new ArrayList<>();
    all.add(new MoneyEvent.Payment(day, Money.eur("1.00")));
    all.add(new MoneyEvent.Credit(day, Money.eur("1.00")));
    all.add(new RestrictionEvent.HoldReleased(day));
    LocalDate last = LocalDate.ofEpochDay(account.lastDay());
    if (last.isAfter(LocalDate.MIN)) {
      all.add(LedgerEvent.stepTaken(last.minusDays(1), "one"));
    }
    return all;
  }

  /** Some of the invoices offer a discount for early payment. */
  private static List<InvoiceHistory> onTerms(Random random, Account account) {
    return account.invoices().stream()
        .map(h -> random.nextInt(4) == 0 ? InvoiceHistory.of(onTerms(h.invoice()), h.events()) : h)
        .toList();
  }

  private static Invoice onTerms(Invoice invoice) {
    PaymentTerms terms = PaymentTerms.parse("5/120 net 130");
    return Invoice.of(invoice.number(), invoice.amount(), invoice.issued(), terms);
  }

  /** A discount of five in a hundred. */
  private static Money share(Money open) {
    return Money.ofMinor(open.minorUnits() / 20, open.currency());
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void recordingAnEventIsPuttingTheAccountThatHasIt(@ForAll long seed) {
    RandomPlay play = new RandomPlay(seed);
    Random random = new Random(seed);
    DunningPolicy policy = play.policy();
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Account any = play.account();
      accounts.add(Account.of(Customer.of("C" + i), onTerms(random, any), any.events()));
    }
    AccountTable table = AccountTable.of(accounts);
    table.accountsFrom(c -> accounts.get(Integer.parseInt(c.substring(1))));
    LocalDate day = DunningDomain.START.plusDays(100);
    for (int i = 0; i < 40; i++) {
      day = day.plusDays(random.nextInt(3));
      int which = random.nextInt(accounts.size());
      Account before = accounts.get(which);
      int invoice = before.invoices().isEmpty() ? -1 : random.nextInt(before.invoices().size());
      notRecorded(before, day)
          .forEach(e -> assertThat(table.record("C" + which, e)).as("%s", e).isFalse());
      boolean recorded;
      Account after;
      if (invoice < 0 || random.nextInt(3) == 0) {
        LedgerEvent event = ofAccount(random, day);
        after = before.with(event);
        recorded = table.record("C" + which, event);
      } else {
        InvoiceHistory history = before.invoices().get(invoice);
        LedgerEvent event = ofInvoice(random, day, history);
        after = before.with(history.with(event));
        recorded = table.record("C" + which, history.invoice().number(), event);
      }
      accounts.set(which, after);
      if (!recorded) {
        table.put(after);
      }
      Statistics.label("recorded")
          .collect(recorded)
          .coverage(all -> all.check(true).percentage(share -> share > 40));
    }
    LocalDate on = day.plusDays(random.nextInt(20));
    assertThat(AccountTableProperties.lines(table.decide(WEEKENDS, policy, on)))
        .isEqualTo(AccountTableProperties.expected(WEEKENDS, policy, accounts, on));
  }
}
