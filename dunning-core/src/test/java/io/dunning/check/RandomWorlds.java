package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Worlds that know nothing of how an exploration chooses: any amount, any due date, and one event
 * of any kind, or two, on any day.
 */
final class RandomWorlds {
  private static final LocalDate FIRST = LocalDate.of(2025, 2, 3);

  /** The kinds of events but a message that comes back. */
  private static final int KINDS = 7;

  private final DunningPolicy policy;
  private final Player quiet;
  private final Random random;

  RandomWorlds(DunningPolicy policy, BusinessCalendar calendar, Random random) {
    this.policy = policy;
    quiet = new Player(policy, calendar);
    this.random = random;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /**
   * Plays a world within what a check with one event promises: at most one thing about the customer
   * and the amount is unusual if something happens, and both may be if nothing does.
   */
  void play(Player player, int days) {
    boolean happens = random.nextInt(5) > 0;
    int unusual = random.nextInt(4);
    boolean customer = unusual == 1 || !happens && unusual == 3;
    boolean amount = unusual == 2 || !happens && unusual == 3;
    boolean two = !customer && !amount;
    int second = !happens ? random.nextInt(40) : random.nextBoolean() ? 0 : 9;
    Debtor debtor = debtor(customer, amount, two && random.nextBoolean() ? second : -1);
    LocalDate last = debtor.first().plusDays(days);
    player.play(debtor, happens ? List.of(event(debtor, last)) : List.of(), last);
  }

  /**
   * Plays a world within what a check with two events promises: nothing about the customer or the
   * amount is unusual, and both events are about the first invoice. Often one of a kind follows on
   * another.
   */
  void playTwice(Player player, int days) {
    Debtor debtor = debtor(false, false, random.nextInt(3) == 0 ? 9 : -1);
    LocalDate last = debtor.first().plusDays(days);
    InvoiceHistory about = debtor.account().invoices().get(0);
    Money open = about.invoice().amount();
    LocalDate first = debtor.first().plusDays(random.nextInt(120));
    LocalDate second = first.plusDays(random.nextInt(60));
    int kind = random.nextInt(KINDS);
    int other = random.nextBoolean() ? kind : random.nextInt(KINDS);
    String number = about.invoice().number();
    player.play(
        debtor,
        List.of(
            new Player.Scheduled(first, number, event(kind, first, open)),
            new Player.Scheduled(second, number, event(other, second, open))),
        last);
  }

  /** A debtor, with a second invoice so many days later if the number is not negative. */
  private Debtor debtor(boolean unusualCustomer, boolean unusualAmount, int second) {
    Money amount =
        Money.eur(unusualAmount ? one(List.of("50.00", "49.99", "10.00", "9.99")) : "1000.00");
    LocalDate due = FIRST.plusDays(random.nextInt(40));
    List<InvoiceHistory> all = new ArrayList<>();
    all.add(InvoiceHistory.of(Invoice.of("A-1", amount, due.minusDays(30), due)));
    if (second >= 0) {
      LocalDate later = due.plusDays(second);
      all.add(InvoiceHistory.of(Invoice.of("A-2", amount, later.minusDays(30), later)));
    }
    Customer customer = unusualCustomer ? customer() : Customer.of("R-1");
    return new Debtor(Account.of(customer, all), due.minusDays(30), Debtor.Share.USUAL);
  }

  private Customer customer() {
    Customer plain = Customer.of("R-1");
    return random.nextBoolean()
        ? plain.tagged("vip")
        : plain.without(one(List.of(Channel.EMAIL, Channel.LETTER, Channel.PHONE)));
  }

  private Player.Scheduled event(Debtor debtor, LocalDate last) {
    if (random.nextInt(8) == 0) {
      List<Path> taken =
          quiet.play(debtor, List.of(), last).moments().stream()
              .filter(m -> m.isStep() && m.step.channel().isPresent())
              .toList();
      if (!taken.isEmpty()) {
        return cameBack(one(taken));
      }
    }
    LocalDate day = debtor.first().plusDays(random.nextInt(160));
    InvoiceHistory about = one(debtor.account().invoices());
    LedgerEvent event = event(random.nextInt(KINDS), day, about.invoice().amount());
    return new Player.Scheduled(day, about.invoice().number(), event);
  }

  /** A message that came back some days after it was sent. */
  private Player.Scheduled cameBack(Path sent) {
    LocalDate day = sent.day.plusDays(1 + random.nextInt(10));
    String step = sent.step.step().orElseThrow();
    LedgerEvent back = LedgerEvent.notDelivered(day, step, sent.step.channel().orElseThrow());
    return new Player.Scheduled(day, sent.step.subject().invoices().get(0), back);
  }

  private LedgerEvent event(int kind, LocalDate day, Money open) {
    Money part = Money.ofMinor(1 + random.nextInt((int) open.minorUnits()), open.currency());
    List<EscalationStep> asked =
        policy.ladder().steps().stream().filter(policy::needsApproval).toList();
    return switch (kind) {
      case 0 -> LedgerEvent.payment(day, open);
      case 1 -> LedgerEvent.payment(day, part);
      case 2 -> LedgerEvent.dispute(day, "wrong goods");
      case 3 -> LedgerEvent.dispute(day, part, "some of it is wrong");
      case 4 -> LedgerEvent.promise(day, day.plusDays(7));
      case 5 ->
          LedgerEvent.restricted(
              day, Restriction.BREATHING_SPACE, day.plusDays(random.nextBoolean() ? 30 : 90));
      default ->
          asked.isEmpty()
              ? LedgerEvent.customerReplied(day, Reply.ASKS_FOR_TIME)
              : LedgerEvent.stepRefused(day, one(asked).name());
    };
  }
}
