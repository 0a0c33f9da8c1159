package io.dunning.check;

import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOverFaultsTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  private static final EscalationStep AGENCY =
      step("agency").at(daysPastDue(40)).take(referToAgency());
  private static final EscalationStep GRANTING = NOTICE.grants(Days.calendarDays(30));

  /** What shows to the usual customer if some messages come back on the day after they went. */
  private static List<FindingKind> found(DunningPolicy policy, EscalationStep... back) {
    return found(policy, Customer.of("C-1"), back);
  }

  private static List<FindingKind> found(
      DunningPolicy policy, Customer customer, EscalationStep... back) {
    Debtor usual = Debtors.of(Boundary.of(policy), CALENDAR, policy).get(0);
    Account account = Account.of(customer, usual.account().invoices());
    Debtor debtor = new Debtor(account, usual.first(), usual.share());
    LocalDate due = debtor.account().invoices().get(0).invoice().due();
    List<Player.Scheduled> events = new ArrayList<>();
    for (EscalationStep each : back) {
      Channel channel = each.channel().orElseThrow();
      LocalDate day = due.plusDays(each.trigger().orElseThrow().days().count() + 1L);
      LedgerEvent event = LedgerEvent.notDelivered(day, each.name(), channel);
      events.add(new Player.Scheduled(day, Debtors.INVOICE, event));
    }
    ExploredFaults faults = new ExploredFaults(policy, CALENDAR, false);
    new Player(policy, CALENDAR, faults).play(debtor, events, due.plusDays(100));
    return faults.findings().stream().map(PolicyFinding::kind).toList();
  }

  @Test
  void aLetterThatCameBackGrantsNoDeadline() {
    DunningPolicy policy = policy(REMINDER, GRANTING, AGENCY).build();
    assertThat(found(policy)).contains(FindingKind.NOTICE_NOT_WAITED_FOR);
    assertThat(found(policy, GRANTING)).doesNotContain(FindingKind.NOTICE_NOT_WAITED_FOR);
  }

  /** The letter about the other invoice came back; that about this one arrived. */
  @Test
  void aLetterAboutAnotherInvoiceSaysNothingAboutThisOne() {
    DunningPolicy policy =
        policy(REMINDER, GRANTING, AGENCY.onlyIf(overdueAtLeast(eur("200.00")))).build();
    Debtor debtor = OneWorld.debtor(OneWorld.account(Customer.of("C-1"), "100.00", "900.00"));
    LedgerEvent back = LedgerEvent.notDelivered(OneWorld.day(15), "notice", Channel.LETTER);
    assertThat(OneWorld.faults(policy, debtor, back))
        .extracting(PolicyFinding::kind)
        .contains(FindingKind.NOTICE_NOT_WAITED_FOR);
  }

  /** The demand about the other invoice goes out on the day on which this one is handed over. */
  @Test
  void aNoticeAboutAnotherInvoiceAsksForNothingOfThisOne() {
    EscalationStep demand =
        step("demand").at(daysPastDue(10)).take(sendDemand(Channel.LETTER)).needsApproval();
    DunningPolicy policy = policy(REMINDER, demand, AGENCY).build();
    assertThat(OneWorld.faults(policy, OneWorld.withSecond(30)))
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.NOTICE_NOT_WAITED_FOR);
    DunningPolicy whole =
        policy(REMINDER, demand.at(daysPastDue(40)), AGENCY).per(AccountRules.Unit.ACCOUNT).build();
    assertThat(OneWorld.faults(whole, OneWorld.withSecond(0)))
        .extracting(PolicyFinding::kind)
        .contains(FindingKind.NOTICE_NOT_WAITED_FOR);
  }

  /** The demand came back at once, so the notice of day 14 is the last word. */
  @Test
  void aNoticeThatCameBackOnTheDayOfTheHandOverDoesNotCount() {
    EscalationStep demand = step("demand").at(daysPastDue(40)).take(sendDemand(Channel.LETTER));
    DunningPolicy policy = policy(NOTICE, demand, AGENCY).build();
    Path agency = OneWorld.play(policy);
    Path demanded = agency.before;
    LedgerEvent back = LedgerEvent.notDelivered(agency.day, "demand", Channel.LETTER);
    Path returned = demanded.happens(agency.day, Debtors.INVOICE, back);
    Path handed = returned.taken(agency.day, agency.step, null);
    assertThat(handOver(policy, agency)).containsExactly(FindingKind.NOTICE_NOT_WAITED_FOR);
    assertThat(handOver(policy, handed)).isEmpty();
  }

  private static List<FindingKind> handOver(DunningPolicy policy, Path path) {
    List<FindingKind> all = new ArrayList<>();
    Shows shows = (world, day, finding) -> all.add(finding.kind());
    new HandOverFaults(policy, shows).took(path, 2, path.debtor.account());
    return all;
  }

  @Test
  void whoCannotBeReachedIsHandedOverOnlyByAPerson() {
    DunningPolicy alone = policy(REMINDER, GRANTING, AGENCY).build();
    DunningPolicy asking = policy(REMINDER, GRANTING, AGENCY.needsApproval()).build();
    Customer unreached = Customer.of("C-1").without(Channel.EMAIL).without(Channel.LETTER);
    assertThat(found(alone, unreached)).contains(FindingKind.NOTICE_MISSING);
    assertThat(found(asking, unreached)).doesNotContain(FindingKind.NOTICE_MISSING);
  }

  @Test
  void whoWasNotToldThoughThatWasPossibleMustNotBeHandedOver() {
    EscalationStep reminder = REMINDER.onlyIf(FaultyPolicies.VIP);
    EscalationStep notice = GRANTING.onlyIf(FaultyPolicies.VIP);
    assertThat(found(policy(reminder, notice, AGENCY.needsApproval()).build()))
        .contains(FindingKind.NOTICE_MISSING);
  }

  /** The account goes to the agency with an invoice that became due after the last letter. */
  @Test
  void eachInvoiceThatIsHandedOverNeedsANotice() {
    PolicyDraft whole =
        policy(REMINDER, NOTICE, AGENCY.needsApproval()).per(AccountRules.Unit.ACCOUNT);
    assertThat(OneWorld.faults(whole.build(), OneWorld.withSecond(30)))
        .filteredOn(f -> f.kind() == FindingKind.NOTICE_MISSING)
        .extracting(PolicyFinding::sentence)
        .containsExactly(
            "step \"agency\" hands over INV-2 before the customer got any notice of it");
    assertThat(OneWorld.faults(whole.build(), OneWorld.withSecond(0)))
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.NOTICE_MISSING);
  }
}
