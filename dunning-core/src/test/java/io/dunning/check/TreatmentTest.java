package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.blockOrders;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sellClaim;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.task;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.day;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.charge.LateFee;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TreatmentTest {
  private static final EscalationStep LAST = step("last").at(daysPastDue(60));

  private static Treatment of(PolicyDraft draft) {
    return Treatment.of(OneWorld.play(draft.build()));
  }

  static Stream<Arguments> ranks() {
    return Stream.of(
        Arguments.of(0, task("look")),
        Arguments.of(0, writeOff()),
        Arguments.of(1, sendReminder(EMAIL)),
        Arguments.of(1, placeCall()),
        Arguments.of(2, sendNotice(1, EMAIL)),
        Arguments.of(3, sendDemand(LETTER)),
        Arguments.of(4, stopSupply()),
        Arguments.of(4, blockOrders()),
        Arguments.of(5, referToAgency()),
        Arguments.of(5, fileClaim()),
        Arguments.of(5, sellClaim()));
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void eachDeedHasItsRank(int rank, DunningAction deed) {
    assertThat(Treatment.rank(step("a").take(deed))).isEqualTo(rank);
    assertThat(Treatment.rank(step("a").take(placeCall(), deed))).isEqualTo(Math.max(1, rank));
    assertThat(Treatment.rank(step("a").take(deed).tone(Tone.FINAL))).isEqualTo(Math.max(3, rank));
    assertThat(Treatment.rank(step("a").take(deed).tone(Tone.FIRM))).isEqualTo(rank);
  }

  private static List<LocalDate> firsts(Treatment all) {
    return IntStream.range(0, Treatment.RANKS).mapToObj(all::first).collect(Collectors.toList());
  }

  @Test
  void remembersTheDaysOfEachRank() {
    Treatment all =
        of(policy(REMINDER, NOTICE, DEMAND, LAST.take(referToAgency()).needsApproval()));
    assertThat(firsts(all)).containsExactly(day(3), day(14), day(30), day(60), day(60));
    assertThat(all.ofRank(1)).containsExactly(day(14));
    assertThat(all.ofRank(3)).isEmpty();
    assertThat(all.firstContact()).isEqualTo(day(3));
    assertThat(all.handedOver()).isEqualTo(day(60));
    assertThat(all.contacts).isEqualTo(3);
    assertThat(all.charged).isEmpty();
    assertThat(firsts(of(policy(LAST.take(task("look")))))).containsOnlyNulls();
  }

  @Test
  void oneDocumentAboutTwoInvoicesIsOneContact() {
    DunningPolicy together =
        policy(REMINDER)
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.OWN)
            .build();
    Debtor two = OneWorld.debtor(OneWorld.account(OneWorld.usual().account().customer(), "9", "9"));
    assertThat(Treatment.of(OneWorld.play(together, two)).contacts).isEqualTo(1);
    assertThat(Treatment.of(OneWorld.play(policy(REMINDER).build(), two)).contacts).isEqualTo(2);
  }

  private static PolicyDraft charging(String fee) {
    return policy(REMINDER, DEMAND.take(assessCharges()))
        .lateFee(LateFee.flat(eur(fee)).at("demand"));
  }

  @Test
  void addsUpWhatIsCharged() {
    Treatment five = of(charging("5.00"));
    Treatment seven = of(charging("7.00"));
    Treatment none = of(policy(REMINDER, DEMAND));
    assertThat(five.charged.values()).containsExactly(eur("5.00"));
    assertThat(seven.chargedMoreThan(five).values()).containsExactly(eur("2.00"));
    assertThat(none.chargedMoreThan(five).values()).containsExactly(eur("-5.00"));
    assertThat(seven.isHarsherThan(five)).isTrue();
    assertThat(five.isHarsherThan(seven)).isFalse();
    assertThat(five.isHarsherThan(five)).isFalse();
    assertThat(none.isHarsherThan(five)).isFalse();
    assertThat(five.isHarsherThan(none)).isTrue();
  }

  @Test
  void whatComesEarlierOrAtAllIsHarsher() {
    Treatment usual = of(policy(REMINDER, NOTICE));
    Treatment sooner = of(policy(REMINDER, NOTICE.at(daysPastDue(13))));
    Treatment milder = of(policy(REMINDER));
    assertThat(sooner.isHarsherThan(usual)).isTrue();
    assertThat(usual.isHarsherThan(sooner)).isFalse();
    assertThat(usual.isHarsherThan(milder)).isTrue();
    assertThat(milder.isHarsherThan(usual)).isFalse();
    Treatment handed = of(policy(REMINDER, NOTICE, LAST.take(referToAgency()).needsApproval()));
    Treatment stopped = of(policy(REMINDER, NOTICE, LAST.take(stopSupply()).needsApproval()));
    assertThat(handed.isHarsherThan(stopped)).isTrue();
    assertThat(stopped.isHarsherThan(handed)).isFalse();
  }

  @Test
  void saysInWhatItIsHarsher() {
    Treatment usual = of(policy(REMINDER, NOTICE));
    assertThat(of(policy(REMINDER, NOTICE.at(daysPastDue(13)))).harsherThan(usual))
        .isEqualTo("a notice 1 day earlier");
    assertThat(of(policy(REMINDER.at(daysPastDue(1)), DEMAND)).harsherThan(usual))
        .isEqualTo("a demand that did not come before, a contact 2 days earlier");
    assertThat(usual.harsherThan(usual)).isEmpty();
    assertThat(of(charging("7.00")).harsherThan(of(charging("5.00"))))
        .isEqualTo("2.00 EUR more in charges");
    EscalationStep agency = LAST.take(referToAgency());
    assertThat(
            of(policy(REMINDER, NOTICE, agency))
                .harsherThan(of(policy(REMINDER, NOTICE, agency.needsApproval()))))
        .isEqualTo("no approval where one was needed");
  }

  private static Treatment granting(int noticeOn, int days) {
    return of(policy(REMINDER, NOTICE.at(daysPastDue(noticeOn)).grants(calendarDays(days))));
  }

  @Test
  void lessTimeToPayIsHarsher() {
    assertThat(granting(14, 6).harsherThan(granting(14, 7))).isEqualTo("1 day less to pay");
    assertThat(granting(14, 7).harsherThan(granting(14, 6))).isEmpty();
    assertThat(granting(13, 5).harsherThan(granting(14, 7)))
        .isEqualTo("a notice 1 day earlier, 2 days less to pay");
    assertThat(granting(13, 7).harsherThan(granting(14, 7))).isEqualTo("a notice 1 day earlier");
  }

  /** Who hears later, and has until the same day or a later one, lost nothing. */
  @Test
  void fewerDaysUntilTheSameLastDayAreNotHarsh() {
    assertThat(granting(16, 5).harsherThan(granting(14, 7))).isEmpty();
    assertThat(granting(17, 5).harsherThan(granting(14, 7))).isEmpty();
    assertThat(granting(15, 5).harsherThan(granting(14, 7))).isEqualTo("2 days less to pay");
  }

  /** A notice is compared with a notice; whether a letter grants any days is not compared. */
  @Test
  void theTimeOfALetterIsComparedWithThatOfALetterOfItsKind() {
    Treatment none = of(policy(REMINDER, NOTICE));
    assertThat(none.harsherThan(granting(14, 7))).isEmpty();
    assertThat(granting(14, 7).harsherThan(none)).isEmpty();
    Treatment reminded =
        of(policy(REMINDER.grants(calendarDays(5)), NOTICE.grants(calendarDays(7))));
    assertThat(reminded.harsherThan(granting(14, 7))).isEmpty();
    assertThat(granting(14, 7).harsherThan(reminded)).isEmpty();
    EscalationStep second = step("second").at(daysPastDue(30)).take(sendNotice(2, LETTER));
    Treatment short2 = of(policy(NOTICE.grants(calendarDays(3)), second.grants(calendarDays(7))));
    Treatment long2 = of(policy(NOTICE.grants(calendarDays(7)), second.grants(calendarDays(10))));
    assertThat(short2.harsherThan(long2)).isEqualTo("4 days less to pay");
    assertThat(of(policy(second.grants(calendarDays(7)))).harsherThan(long2))
        .isEqualTo("3 days less to pay");
    assertThat(of(policy(second.grants(calendarDays(10)))).harsherThan(long2)).isEmpty();
  }

  @Test
  void losingTheApprovalOfASevereStepIsHarsher() {
    EscalationStep agency = LAST.take(referToAgency());
    Treatment asked = of(policy(REMINDER, NOTICE, agency.needsApproval()));
    Treatment alone = of(policy(REMINDER, NOTICE, agency));
    assertThat(alone.losesApprovalOf(asked)).isTrue();
    assertThat(asked.losesApprovalOf(alone)).isFalse();
    assertThat(alone.losesApprovalOf(alone)).isFalse();
    assertThat(alone.isHarsherThan(asked)).isTrue();
    Treatment call = of(policy(REMINDER, LAST.take(placeCall()).needsApproval()));
    assertThat(of(policy(REMINDER, LAST.take(placeCall()))).losesApprovalOf(call)).isFalse();
  }

  /** The approval of one step is none of another that does the same. */
  /**
   * The first of two stops of supply is cut loose; that the second one always was changes nothing.
   */
  @Test
  void anApprovalIsLostWhateverIsDoneLater() {
    EscalationStep cut = step("cut").at(daysPastDue(20)).take(stopSupply());
    EscalationStep again = step("cut again").at(daysPastDue(60)).take(stopSupply());
    Treatment asked = of(policy(REMINDER, cut.needsApproval(), again));
    Treatment alone = of(policy(REMINDER, cut, again));
    assertThat(alone.losesApprovalOf(asked)).isTrue();
    assertThat(asked.losesApprovalOf(alone)).isFalse();
  }

  @Test
  void anApprovalIsThatOfItsOwnStep() {
    EscalationStep again = step("again").at(daysPastDue(80)).take(referToAgency());
    EscalationStep first = LAST.take(referToAgency()).needsApproval();
    Treatment both = of(policy(REMINDER, first, again.needsApproval()));
    Treatment once = of(policy(REMINDER, first, again));
    assertThat(once.losesApprovalOf(both)).isTrue();
    assertThat(both.losesApprovalOf(once)).isFalse();
  }

  private static List<String> contrast(PolicyDraft before, PolicyDraft after) {
    List<String> all = new ArrayList<>();
    Contrast.tell(of(before), of(after), (k, much, words, day) -> all.add(k + " " + much + words));
    return all;
  }

  @Test
  void tellsWhoIsContactedEarlierLaterMoreAndLess() {
    PolicyDraft usual = policy(REMINDER, NOTICE);
    assertThat(contrast(usual, usual)).isEmpty();
    assertThat(contrast(usual, policy(REMINDER.at(daysPastDue(4)), NOTICE)))
        .containsExactly("contacted later 11 day");
    assertThat(contrast(policy(REMINDER.at(daysPastDue(5)), NOTICE), usual))
        .containsExactly("contacted earlier 22 days");
    assertThat(contrast(policy(REMINDER), usual))
        .containsExactly("contacted more 11 contact", "newly escalated 0");
    assertThat(contrast(usual, policy(REMINDER)))
        .containsExactly("contacted less 11 contact", "no longer escalated 0");
    assertThat(contrast(usual, policy(LAST.take(task("look")))))
        .containsExactly("left alone 0", "contacted less 22 contacts", "no longer escalated 0");
  }

  @Test
  void tellsWhoIsLeftAloneAndWhoIsNotAnyMore() {
    PolicyDraft nothing = policy(LAST.take(task("look")));
    assertThat(contrast(nothing, policy(REMINDER)))
        .containsExactlyInAnyOrder("contacted more 11 contact", "no longer left alone 0");
    assertThat(contrast(nothing, nothing)).isEmpty();
  }

  @Test
  void tellsWhatIsChargedMoreAndLess() {
    assertThat(contrast(charging("5.00"), charging("7.00")))
        .containsExactly("charged more 2002.00 EUR");
    assertThat(contrast(charging("7.00"), charging("5.00")))
        .containsExactly("charged less 2002.00 EUR");
  }

  /** Contacts stay, but what they say becomes more severe, or less. */
  @Test
  void tellsWhatIsEscalatedEarlierAndLater() {
    PolicyDraft usual = policy(REMINDER, NOTICE, DEMAND);
    PolicyDraft swapped = policy(REMINDER, DEMAND.at(daysPastDue(14)), NOTICE.at(daysPastDue(30)));
    String[] both = {"escalated earlier 1616 days", "escalated later 1616 days"};
    assertThat(contrast(usual, swapped)).containsExactly(both);
    assertThat(contrast(swapped, usual)).containsExactly(both);
    PolicyDraft blocks = policy(REMINDER, LAST.take(blockOrders()));
    PolicyDraft looks = policy(REMINDER, LAST.take(task("look")));
    assertThat(contrast(looks, blocks)).containsExactly("newly escalated 0");
    assertThat(contrast(blocks, looks)).containsExactly("no longer escalated 0");
    assertThat(of(blocks).harsherThan(of(looks)))
        .isEqualTo("a stop of orders or supply that did not come before");
  }

  /** A demand that is gone is no demand on the day of the hand-over. */
  @Test
  void whatIsNotSentAnyMoreHasNoNumberOfDays() {
    EscalationStep agency = LAST.take(referToAgency()).needsApproval();
    PolicyDraft usual = policy(REMINDER, NOTICE, DEMAND, agency);
    PolicyDraft without = policy(REMINDER, NOTICE, agency);
    assertThat(contrast(usual, without))
        .containsExactly("contacted less 11 contact", "no longer escalated 0");
    assertThat(contrast(without, usual))
        .containsExactly("contacted more 11 contact", "newly escalated 0");
    assertThat(of(usual).harsherThan(of(without)))
        .isEqualTo("a demand 30 days before anything as severe");
    assertThat(of(without).harsherThan(of(usual))).isEmpty();
  }

  /** Who is not handed over at all is not handed over so many days later. */
  @Test
  void tellsWhoIsHandedOverEarlierAndLater() {
    EscalationStep agency = LAST.take(referToAgency()).needsApproval();
    PolicyDraft soon = policy(REMINDER, agency);
    PolicyDraft later = policy(REMINDER, agency.at(daysPastDue(61)));
    assertThat(contrast(later, soon)).containsExactly("handed over earlier 11 day");
    assertThat(contrast(soon, later)).containsExactly("handed over later 11 day");
    assertThat(contrast(policy(REMINDER), soon)).containsExactly("newly handed over 0");
    assertThat(contrast(soon, policy(REMINDER))).containsExactly("no longer handed over 0");
  }

  @Test
  void tellsWhichApprovalIsLostOrAdded() {
    EscalationStep agency = LAST.take(referToAgency());
    PolicyDraft asked = policy(REMINDER, agency.needsApproval());
    PolicyDraft alone = policy(REMINDER, agency);
    assertThat(contrast(asked, alone)).containsExactly("approval lost 0");
    assertThat(contrast(alone, asked)).containsExactly("approval added 0");
  }

  private static EscalationStep second(int day) {
    return step("second notice").at(daysPastDue(day)).take(sendNotice(2, LETTER));
  }

  private static EscalationStep second(int day, DunningAction deed) {
    return step("second").at(daysPastDue(day)).take(deed);
  }

  @Test
  void aSecondNoticeThatComesEarlierIsHarsher() {
    PolicyDraft usual = policy(REMINDER, NOTICE, second(40));
    PolicyDraft early = policy(REMINDER, NOTICE, second(20));
    assertThat(contrast(usual, early)).containsExactly("escalated earlier 2020 days");
    assertThat(contrast(early, usual)).containsExactly("escalated later 2020 days");
    assertThat(of(early).harsherThan(of(usual))).isEqualTo("a further notice 20 days earlier");
    assertThat(of(usual).isHarsherThan(of(early))).isFalse();
  }

  @Test
  void aSecondReminderThatComesEarlierIsHarsher() {
    PolicyDraft usual = policy(REMINDER, second(20, placeCall()));
    PolicyDraft early = policy(REMINDER, second(19, placeCall()));
    assertThat(contrast(usual, early)).containsExactly("contacted again earlier 11 day");
    assertThat(contrast(early, usual)).containsExactly("contacted again later 11 day");
    assertThat(of(early).harsherThan(of(usual))).isEqualTo("a further contact 1 day earlier");
    assertThat(of(usual).isHarsherThan(of(early))).isFalse();
  }

  @Test
  void aSecondStopAndASecondHandOverAreComparedToo() {
    EscalationStep cut = step("cut").at(daysPastDue(10)).take(stopSupply());
    assertThat(
            contrast(policy(cut, second(30, stopSupply())), policy(cut, second(25, stopSupply()))))
        .containsExactly("escalated earlier 55 days");
    EscalationStep agency = step("agency").at(daysPastDue(20)).take(referToAgency());
    PolicyDraft later = policy(agency, second(50, fileClaim()));
    PolicyDraft sooner = policy(agency, second(45, fileClaim()));
    assertThat(contrast(later, sooner)).containsExactly("handed over earlier 55 days");
    assertThat(of(sooner).harsherThan(of(later))).isEqualTo("a further hand-over 5 days earlier");
  }

  /** One more contact in between brings the others no earlier. */
  @Test
  void moreContactsAreNotHarsherByThemselves() {
    PolicyDraft usual = policy(REMINDER, DEMAND);
    PolicyDraft more = policy(REMINDER, second(20, placeCall()), DEMAND);
    assertThat(of(more).isHarsherThan(of(usual))).isFalse();
    assertThat(of(usual).isHarsherThan(of(more))).isFalse();
    assertThat(contrast(usual, more)).containsExactly("contacted more 11 contact");
    assertThat(of(policy(REMINDER, NOTICE, second(20))).isHarsherThan(of(policy(REMINDER, NOTICE))))
        .isFalse();
  }

  /** As many contacts, but one of them is more severe. */
  @Test
  void aReminderThatBecomesASecondNoticeIsToldToo() {
    PolicyDraft usual = policy(REMINDER, NOTICE, second(20, sendReminder(EMAIL)));
    PolicyDraft graver = policy(REMINDER, NOTICE, second(20));
    assertThat(contrast(usual, graver)).containsExactly("newly escalated 0");
    assertThat(contrast(graver, usual)).containsExactly("no longer escalated 0");
  }
}
