package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PlanOutcome;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;

/**
 * The worlds of a debtor who agrees on a payment plan the day before a step is due. They are played
 * where an exploration tries no plans, because the policy does not name any.
 */
final class PlanWorlds {
  private PlanWorlds() {}

  /** Shows the steps of each such world; in no other way does the world end. */
  static void show(
      DunningPolicy policy, BusinessCalendar calendar, Debtor usual, int days, Observer steps) {
    LocalDate last = usual.account().invoices().get(0).invoice().due().plusDays(days);
    List<Path> quiet = new Player(policy, calendar).play(usual, List.of(), last).moments();
    Player player = new Player(policy, calendar, new Steps(steps));
    InvoiceHistory history = usual.account().invoices().get(0);
    for (Path each : quiet) {
      LocalDate day = each.day.minusDays(1);
      if (each.isStep() && !day.isBefore(usual.first())) {
        LedgerEvent plan = Happenings.plan(day, history.invoice().amount());
        String number = history.invoice().number();
        player.play(usual, List.of(new Player.Scheduled(day, number, plan)), each.day);
      }
    }
  }

  /** Whether the latest plan of an invoice is not broken on a day. */
  static boolean isKept(
      DunningPolicy policy, InvoiceHistory history, LocalDate day, BusinessCalendar calendar) {
    return isKept(history.plans(day, policy.agreements().planCure(), calendar), day);
  }

  /** Whether the latest of some plans is not broken on a day; false without a plan. */
  static boolean isKept(List<PlanOutcome> plans, LocalDate day) {
    return !plans.isEmpty() && !plans.get(plans.size() - 1).isBrokenOn(day);
  }

  /** Shows another observer the steps only: a world is left in the midst of it. */
  private record Steps(Observer shown) implements Observer {
    @Override
    public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {}

    @Override
    public void took(Path path, Account account) {
      shown.took(path, account);
    }

    @Override
    public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {}
  }
}
