package io.dunning.check;

import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.policy.Condition.askedForTime;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.PolicyReport.InvariantAnswer.Verdict;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.Concession;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.Patience;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules.ReversedSteps;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merging saves work and hides nothing. */
class MergingTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.LETTER);

  static List<DunningPolicy> policies() {
    List<DunningPolicy> all = new ArrayList<>(GoodPolicies.all());
    Patience once = Patience.UNLIMITED.atMost(1, Concession.PROMISE);
    all.add(FaultyPolicies.sound().patience(once).build());
    all.add(FaultyPolicies.sound().thanksWithin(Days.calendarDays(7)).build());
    FaultyPolicies.all().stream().limit(8).forEach(f -> all.add(f.policy()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void findsWithoutMergingWhatItFindsWithIt(DunningPolicy policy) {
    finds(policy, notCounting(policy), 0, 2);
  }

  /** Where contacts are counted, fewer worlds merge. */
  @ParameterizedTest
  @MethodSource("policies")
  void findsItWhereContactsAreCountedToo(DunningPolicy policy) {
    finds(policy, counting(), 0, 2);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void findsItAboutTwoInvoicesToo(DunningPolicy policy) {
    finds(policy, List.of(), 1, 1);
    finds(policy, counting(), 1, 1);
  }

  @Test
  void findsInvariantsThatHoldAndSomeThatDoNot() {
    DunningPolicy policy = FaultyPolicies.sound().build();
    for (List<Invariant> each : List.of(counting(), notCounting(policy))) {
      assertThat(finds(policy, each, 0, 1)).isBetween(1, each.size() - 1);
    }
  }

  /** Policies whose rules look back in other ways, or hardly at all. */
  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void findsItUnderRandomPoliciesToo(@ForAll long seed) {
    DunningPolicy policy = new RandomPolicies(new Random(seed)).next();
    List<Invariant> invariants =
        switch (Math.floorMod(seed, 3)) {
          case 0 -> List.of();
          case 1 -> counting();
          default -> notCounting(policy);
        };
    finds(policy, invariants, 0, 2);
    finds(policy, invariants, 1, 1);
  }

  /** A step of the account says nothing of the invoices that its letter named. */
  @Test
  void findsItWhereOneOfTwoInvoicesHadNoNotice() {
    EscalationStep again =
        step("again")
            .at(after("notice", businessDays(14)))
            .take(DunningAction.sendReminder(Channel.EMAIL));
    DunningPolicy policy =
        policy(
                step("notice").at(daysPastDue(4)).take(DunningAction.sendNotice(1, Channel.LETTER)),
                again,
                step("agency")
                    .at(daysPastDue(36))
                    .take(DunningAction.referToAgency())
                    .needsApproval())
            .per(AccountRules.Unit.ACCOUNT)
            .grace(calendarDays(2))
            .build();
    for (List<Invariant> each : List.of(List.<Invariant>of(), counting(), notCounting(policy))) {
      finds(policy, each, 0, 2);
      finds(policy, each, 1, 1);
    }
  }

  /** The first step asks for replies; it was taken long ago. */
  @Test
  void aReplyMattersAsLongAsAReversalMayLetTheLadderStartAgain() {
    PolicyDraft draft = policy(REMINDER.onlyIf(askedForTime().not()), NOTICE, DEMAND);
    DunningPolicy goesOn = draft.build();
    DunningPolicy startsAgain = draft.reversedSteps(ReversedSteps.START_AGAIN).build();
    Debtor debtor = Debtors.of(Boundary.of(goesOn), CALENDAR, goesOn).get(0);
    Invoice invoice = debtor.account().invoices().get(0).invoice();
    LocalDate due = invoice.due();
    Account warned = debtor.account();
    for (EscalationStep each : goesOn.ladder().steps()) {
      LocalDate day = due.plusDays(Nominal.day(goesOn, goesOn.ladder().indexOf(each.name())));
      LedgerEvent taken = stepTaken(day, each.name(), each.channel().orElseThrow());
      warned = Happening.happened(warned, invoice.number(), taken);
    }
    LocalDate day = due.plusDays(60);
    Happening reply = new Happening(6, invoice.number(), customerReplied(day, Reply.ASKS_FOR_TIME));
    Path path = Path.of(debtor);
    assertThat(merging(goesOn).canMatter(reply, warned, path, day, 2)).isFalse();
    assertThat(merging(startsAgain).canMatter(reply, warned, path, day, 2)).isTrue();
    assertThat(merging(startsAgain).canMatter(reply, warned, path, day, 0)).isFalse();
    assertThat(afterReversal(startsAgain, warned, invoice, day))
        .isNotEqualTo(afterReversal(startsAgain, reply.to(warned), invoice, day));
    assertThat(afterReversal(goesOn, warned, invoice, day))
        .isEqualTo(afterReversal(goesOn, reply.to(warned), invoice, day));
  }

  private static Merging merging(DunningPolicy policy) {
    return new Merging(policy, Boundary.of(policy), LookBack.NONE);
  }

  /** What is to be done once the debt was paid, and the payment reversed. */
  private static Optional<String> afterReversal(
      DunningPolicy policy, Account account, Invoice invoice, LocalDate day) {
    LedgerEvent payment = LedgerEvent.payment(day.plusDays(1), invoice.amount());
    LedgerEvent reversal = LedgerEvent.paymentReversed(day.plusDays(2), invoice.amount());
    Account paid = Happening.happened(account, invoice.number(), payment);
    Account reopened = Happening.happened(paid, invoice.number(), reversal);
    return DunningEvaluator.on(CALENDAR)
        .evaluate(policy, reopened, day.plusDays(3))
        .recommendations()
        .get(0)
        .step();
  }

  private static List<Invariant> counting() {
    List<Invariant> all = new ArrayList<>();
    for (Channel channel : CHANNELS) {
      for (int days : new int[] {7, 14, 30}) {
        all.add(Invariant.atMost(1, channel, days));
        all.add(Invariant.atMost(2, channel, days));
      }
      // only if a promise delays a letter about one of two invoices
      all.add(Invariant.atMost(3, channel, 19));
    }
    return all;
  }

  private static List<Invariant> notCounting(DunningPolicy policy) {
    List<Invariant> all = new ArrayList<>();
    all.add(Invariant.noContactAfterPayment(3));
    all.add(Invariant.noContactAfterPayment(10));
    for (Invariant.During during : Invariant.During.values()) {
      all.add(Invariant.never(DunningAction.sendReminder(Channel.EMAIL), during));
      all.add(Invariant.never(DunningAction.referToAgency(), during));
    }
    for (EscalationStep step : policy.ladder().steps()) {
      all.add(Invariant.neverBefore(DunningAction.sendDemand(Channel.LETTER), step.name()));
      all.add(Invariant.neverBeforeDelivered(DunningAction.referToAgency(), step.name()));
    }
    return all;
  }

  /**
   * Compares what is found with one of the debtors and up to a number of events.
   *
   * @return how many invariants are violated
   */
  private static int finds(
      DunningPolicy policy, List<Invariant> invariants, int debtor, int events) {
    Found merging = new Found(policy, invariants, debtor, events, true);
    Found plain = new Found(policy, invariants, debtor, events, false);
    assertThat(plain.exploration.merged).isZero();
    assertThat(merging.exploration.worlds).isLessThanOrEqualTo(plain.exploration.worlds);
    assertThat(merging.exploration.decisions).isLessThanOrEqualTo(plain.exploration.decisions);
    assertThat(merging.kinds()).as(policy::toString).isEqualTo(plain.kinds());
    assertThat(merging.answers()).as(policy::toString).isEqualTo(plain.answers());
    return Collections.frequency(plain.answers().values(), Verdict.VIOLATED);
  }

  /** What one exploration finds. */
  private static final class Found {
    final Exploration exploration;
    private final ExploredFaults faults;
    private final InvariantWatch watch;

    Found(
        DunningPolicy policy, List<Invariant> invariants, int debtor, int events, boolean merges) {
      Boundary boundary = Boundary.of(policy);
      invariants.forEach(i -> boundary.add(policy, i));
      faults = new ExploredFaults(policy, CALENDAR, false);
      watch = new InvariantWatch(policy, CALENDAR, invariants);
      List<Debtor> one = Debtors.of(boundary, CALENDAR, policy).subList(debtor, debtor + 1);
      Budget budget = new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {});
      Observer both = new Observers(List.of(faults, watch));
      exploration =
          new Exploration(policy, CALENDAR, boundary, one, watch.lookBack(), budget, both);
      exploration.merges = merges;
      exploration.upTo(events);
    }

    Set<String> kinds() {
      Set<String> kinds = new TreeSet<>();
      faults.findings().forEach(f -> kinds.add(f.kind() + " " + f.place()));
      return kinds;
    }

    Map<String, Verdict> answers() {
      Map<String, Verdict> all = new TreeMap<>();
      for (InvariantAnswer each : watch.answers(Optional.empty(), new Answers())) {
        all.put(each.invariant().toString(), each.verdict());
      }
      return all;
    }
  }
}
