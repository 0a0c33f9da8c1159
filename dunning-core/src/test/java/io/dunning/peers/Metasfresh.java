package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.calendar.Days;
import io.dunning.evaluation.ContactReason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** metasfresh: levels 10, 20, 30 days after due, each after the one before, so many days apart. */
final class Metasfresh extends Peer {
  private static final LocalDate DUE = LocalDate.of(2012, 1, 1);

  private static PolicyDraft levels(int between) {
    return draft(
            step("1").at(daysPastDue(10)).take(sendNotice(1, LETTER)),
            step("2").at(daysPastDue(20)).take(sendNotice(2, LETTER)),
            step("3").at(daysPastDue(30)).take(sendNotice(3, LETTER)))
        .minimumDaysBetweenContacts(between)
        .minimumDaysBetweenSteps(0);
  }

  private static InvoiceHistory open(String amount, LedgerEvent... events) {
    return invoice("I", amount + " EUR", "2011-12-01", "2012-01-01", events);
  }

  private static LedgerEvent level(int number, LocalDate day) {
    return LedgerEvent.stepTaken(day, String.valueOf(number));
  }

  private static Recommendation now(int between, InvoiceHistory history, LocalDate day) {
    return EVALUATOR.evaluate(levels(between).build(), history, day);
  }

  Metasfresh() {
    super("metasfresh");
    for (Table.Row row : table("metasfresh_eligibility")) {
      same(id(row), () -> eligible(row));
    }
    table("metasfresh_producer");
    sequence();
    gaps();
    table("metasfresh_bl_misc");
    policies();
  }

  private static void eligible(Table.Row row) {
    Matcher days = Pattern.compile("days due (\\d+)").matcher(row.get("input"));
    assertThat(days.find()).isTrue();
    boolean nothing = row.get("input").contains("open 0");
    Recommendation now =
        now(0, open(nothing ? "0.00" : "100.00"), DUE.plusDays(Integer.parseInt(days.group(1))));
    assertThat(now.verdict() == Verdict.ACT).isEqualTo(row.get("expected").equals("eligible"));
  }

  private void sequence() {
    same(
        "MFP-02",
        () ->
            assertThat(
                    now(0, open("100.00", level(1, DUE.plusDays(10))), DUE.plusDays(12)).verdict())
                .isEqualTo(Verdict.WAIT));
    outside(
        "nothing is stored here that could be stale or refreshed: each answer is made anew",
        "MFP-04",
        "MFP-05",
        "MFP-06",
        "MFP-07");
    same("MFP-09", () -> firstLevelFirst(DUE.plusDays(25)));
    same("MFP-10", () -> firstLevelFirst(DUE.plusDays(29)));
    same(
        "MFP-11",
        () -> {
          InvoiceHistory once = open("100.00", level(1, LocalDate.of(2012, 2, 1)));
          Recommendation second = now(0, once, LocalDate.of(2012, 2, 20));
          assertThat(second.step().orElseThrow()).isEqualTo("2");
          InvoiceHistory twice = once.with(level(2, LocalDate.of(2012, 2, 20)));
          assertThat(now(0, twice, LocalDate.of(2012, 3, 1)).step().orElseThrow()).isEqualTo("3");
        });
    grace("MFP-16", 0, Verdict.ACT);
    grace("MFP-17", 9, Verdict.ACT);
    grace("MFP-18", 10, Verdict.NOT_DUE);
  }

  private static void firstLevelFirst(LocalDate day) {
    assertThat(now(0, open("100.00"), day).step().orElseThrow()).isEqualTo("1");
  }

  /** A grace date is a grace period through that day; the level is due after ten days. */
  private void grace(String id, int days, Verdict verdict) {
    same(
        id,
        () ->
            assertThat(
                    EVALUATOR
                        .evaluate(
                            levels(0).grace(Days.calendarDays(days)).build(),
                            open("100.00"),
                            DUE.plusDays(10))
                        .verdict())
                .isEqualTo(verdict));
  }

  private void gaps() {
    LocalDate first = LocalDate.of(2012, 2, 1);
    gap("MFP-12", 10, first, LocalDate.of(2012, 2, 5), Verdict.WAIT);
    gap("MFP-13", 10, first, LocalDate.of(2012, 2, 11), Verdict.ACT);
    gap("MFP-14", 10, first, LocalDate.of(2012, 2, 20), Verdict.ACT);
    differs(
        "MFP-15",
        "days between contacts work with every way to go up a ladder",
        () -> {
          DunningPolicy jumps =
              levels(10)
                  .ladder(
                      levels(0).build().ladder().progression(EscalationLadder.Progression.CATCH_UP))
                  .build();
          Recommendation now =
              EVALUATOR.evaluate(jumps, open("100.00", level(1, first)), first.plusDays(5));
          assertThat(now.reason()).isInstanceOf(ContactReason.ContactTooSoon.class);
        });
    LocalDate last = LocalDate.of(2013, 1, 2);
    same(
        "MFP-20",
        () ->
            assertThat(
                    now(
                            400,
                            open(
                                "100.00",
                                level(1, last),
                                level(2, LocalDate.of(2013, 1, 4)),
                                level(3, LocalDate.of(2014, 1, 1))),
                            LocalDate.of(2013, 6, 1))
                        .reason())
                .isEqualTo(
                    new ContactReason.ContactTooSoon(
                        "3", LocalDate.of(2013, 1, 4), LocalDate.of(2014, 2, 8))));
    daysSince("MFP-23", last, 0);
    daysSince("MFP-24", last, 1);
    daysSince("MFP-25", last, 8);
    differs(
        "MFP-27",
        "a negative number of days is refused",
        () ->
            assertThatThrownBy(() -> levels(-10).build())
                .isInstanceOf(InvalidPolicyException.class));
    gap("MFP-28", 0, last, last.plusDays(1), Verdict.ACT);
    gap("MFP-29", 5, last, last.plusDays(4), Verdict.WAIT);
    outside("a statement of account is not a step of a ladder", "MFP-30", "MFP-31");
    same(
        "MFP-33",
        () ->
            assertThat(now(15, open("100.00"), DUE.plusDays(10)).verdict()).isEqualTo(Verdict.ACT));
    outside("only what was done is recorded: there are no unprocessed candidates", "MFP-34");
    gap("MFP-36", 15, LocalDate.of(2013, 1, 1), LocalDate.of(2013, 1, 10), Verdict.WAIT);
    gap("MFP-37", 7, LocalDate.of(2013, 1, 1), LocalDate.of(2013, 1, 10), Verdict.ACT);
  }

  private void gap(String id, int between, LocalDate last, LocalDate day, Verdict verdict) {
    same(
        id,
        () ->
            assertThat(now(between, open("100.00", level(1, last)), day).verdict())
                .isEqualTo(verdict));
  }

  /** So many days after the last level, another is allowed if so many have to lie between. */
  private void daysSince(String id, LocalDate last, int days) {
    same(
        id,
        () -> {
          InvoiceHistory history = open("100.00", level(1, last));
          // a day must pass in any case between two contacts of one ladder
          int between = Math.max(days, 1);
          assertThat(now(between, history, last.plusDays(days)).verdict())
              .isEqualTo(days == 0 ? Verdict.WAIT : Verdict.ACT);
          assertThat(now(days + 1, history, last.plusDays(days)).verdict()).isEqualTo(Verdict.WAIT);
        });
  }

  private void policies() {
    outside(
        "candidates are not stored here",
        "MFB-03",
        "MFB-04",
        "MFB-05",
        "MFB-09",
        "MFB-10",
        "MFB-12");
    DunningPolicy org = DunningPolicy.named("org").ladder(levels(0).build().ladder()).build();
    DunningPolicy group = DunningPolicy.named("group").ladder(org.ladder()).build();
    DunningPolicy partner = DunningPolicy.named("partner").ladder(org.ladder()).build();
    Customer customer = Customer.of("P").inSegment("group");
    PolicySet set = PolicySet.byDefault(org);
    same(
        "MFB-13",
        () ->
            assertThat(
                    set.forSegment("group", group)
                        .forCustomer("P", partner)
                        .policyFor(customer, "I"))
                .isSameAs(partner));
    same(
        "MFB-14",
        () -> assertThat(set.forSegment("group", group).policyFor(customer, "I")).isSameAs(group));
    same("MFB-15", () -> assertThat(set.policyFor(customer, "I")).isSameAs(org));
    same("MFB-18", () -> assertThat(set.policyFor(Customer.of("Q"))).isSameAs(org));
    outside(
        "a set of policies always has one default: it cannot be missing, nor there twice",
        "MFB-19",
        "MFB-20");
    same(
        "MFB-21",
        () -> {
          Account account =
              Account.of(
                  Customer.of("P"),
                  List.of(open("1.00"), invoice("J", "1.00 EUR", "2011-12-01", "2012-01-01")));
          assertThat(EVALUATOR.evaluate(levels(0).build(), account, DUE.plusDays(12)).documents())
              .hasSize(2);
        });
    same("MFB-23", () -> firstLevelFirst(DUE.plusDays(25)));
  }
}
