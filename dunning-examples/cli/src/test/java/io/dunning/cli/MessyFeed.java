package io.dunning.cli;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.cli.MessyDebtor.Entry;
import io.dunning.cli.MessyDebtor.Feed;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Half a year of letters to debtors whose payments reach the books late and in a mess. Counts the
 * letters to those who had paid, and what was held too long.
 */
final class MessyFeed {
  private static final int DAYS = 180;
  private static final long SEED = 20260630;
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final DunningPolicy POLICY =
      DunningPolicy.named("careful")
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(5)).take(DunningAction.sendReminder(EMAIL)),
                  step("notice").at(daysPastDue(19)).take(DunningAction.sendNotice(1, EMAIL)),
                  step("demand").at(daysPastDue(33)).take(DunningAction.sendDemand(LETTER))))
          .receiptsHold(Days.calendarDays(30))
          .bankDataStaleAfter(Days.businessDays(2))
          .build();

  private final Feed feed = new Feed(DAYS + 60);

  /** Whether what the bank says is recorded; else payments only. */
  private final boolean evidence;

  long letters;
  long toWhoHadPaidByTheFeed;
  long toWhoHadPaidAtTheBank;
  long held;
  long heldForNothing;
  long daysHeldForNothing;
  long heldForTheFeed;

  private MessyFeed(boolean evidence) {
    this.evidence = evidence;
  }

  /** Plays some debtors. */
  static MessyFeed of(int debtors, boolean evidence) {
    MessyFeed all = new MessyFeed(evidence);
    for (int i = 0; i < debtors; i++) {
      all.play(new MessyDebtor(i, SEED, all.feed), i);
    }
    return all;
  }

  private void play(MessyDebtor debtor, int number) {
    int count = debtor.invoices.size();
    int[] heldSince = new int[count];
    boolean[] forNothing = new boolean[count];
    Arrays.fill(heldSince, -1);
    Account account =
        Account.of(
            Customer.of("C-" + number), debtor.invoices.stream().map(InvoiceHistory::of).toList());
    int entry = 0;
    for (int day = 1; day < DAYS; ) {
      for (; entry < debtor.entries.size() && debtor.entries.get(entry).day() <= day; entry++) {
        account = recorded(account, debtor.entries.get(entry));
      }
      if (evidence) {
        account =
            account.with(LedgerEvent.bankDataAsOf(MessyDebtor.date(feed.coveredThrough(day))));
      }
      int next = entry < debtor.entries.size() ? debtor.entries.get(entry).day() : DAYS;
      List<Recommendation> all = evaluate(account, day);
      List<InvoiceHistory> taken = new ArrayList<>(account.invoices());
      for (int i = 0; i < count; i++) {
        Recommendation now = all.get(i);
        hold(debtor, now, day, i, heldSince, forNothing);
        if (now.verdict() == Verdict.ACT) {
          letter(debtor, i, day);
          LocalDate on = MessyDebtor.date(day);
          taken.set(i, taken.get(i).with(LedgerEvent.stepTaken(on, now.step().orElseThrow())));
          next = day + 1;
        }
        next = now.rule() == Rule.BANK_DATA_STALE ? Math.min(next, feed.nextOn(day)) : next;
        next = Math.min(next, now.reviewOn().map(MessyFeed::number).orElse(DAYS));
      }
      account = Account.of(account.customer(), taken, account.events());
      day = Math.max(day + 1, next);
    }
  }

  private static int number(LocalDate day) {
    return (int) Math.min(DAYS, day.toEpochDay() - MessyDebtor.START.toEpochDay());
  }

  private Account recorded(Account account, Entry entry) {
    if (entry.evidence() && !evidence) {
      return account;
    }
    if (entry.invoice() < 0) {
      return account.with(entry.event());
    }
    List<InvoiceHistory> invoices = new ArrayList<>(account.invoices());
    invoices.set(entry.invoice(), invoices.get(entry.invoice()).with(entry.event()));
    return Account.of(account.customer(), invoices, account.events());
  }

  private static List<Recommendation> evaluate(Account account, int day) {
    return EVALUATOR.evaluate(POLICY, account, MessyDebtor.date(day)).recommendations();
  }

  private void letter(MessyDebtor debtor, int invoice, int day) {
    letters++;
    boolean byFeed = debtor.openMinor(invoice, day, true) <= 0;
    toWhoHadPaidByTheFeed += byFeed ? 1 : 0;
    toWhoHadPaidAtTheBank += !byFeed && debtor.openMinor(invoice, day, false) <= 0 ? 1 : 0;
  }

  /** Counts a hold once it is over; it was for nothing if nothing had come in for the invoice. */
  private void hold(
      MessyDebtor debtor,
      Recommendation now,
      int day,
      int invoice,
      int[] since,
      boolean[] forNothing) {
    boolean holds = now.rule() == Rule.RECEIPT_PROPOSED;
    if (holds && since[invoice] < 0) {
      since[invoice] = day;
      held++;
      forNothing[invoice] = debtor.openMinor(invoice, day, true) > 0;
    } else if (!holds && since[invoice] >= 0) {
      heldForNothing += forNothing[invoice] ? 1 : 0;
      daysHeldForNothing += forNothing[invoice] ? day - since[invoice] : 0;
      since[invoice] = -1;
    }
    heldForTheFeed += now.rule() == Rule.BANK_DATA_STALE ? 1 : 0;
  }

  /** A row for each figure. */
  @Override
  public String toString() {
    return String.join(
        "\n",
        "letters " + letters,
        "  to who had paid, and the receipt was in the feed " + toWhoHadPaidByTheFeed,
        "  to who had paid, and the receipt was not in the feed yet " + toWhoHadPaidAtTheBank,
        "steps held for a receipt " + held,
        "  though nothing had come in for the invoice in full " + heldForNothing,
        "  days these were held, on average "
            + (heldForNothing == 0 ? 0 : Math.round(10.0 * daysHeldForNothing / heldForNothing))
                / 10.0,
        "looks at which a step waited for newer bank data " + heldForTheFeed);
  }
}
