package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
  private static final DunningPolicy USUAL = policy(REMINDER, NOTICE).build();
  private static final DunningPolicy RENAMED =
      policy(REMINDER, step("letter").at(daysPastDue(14)).take(sendNotice(1, LETTER))).build();
  private static final DunningPolicy SHORT = policy(REMINDER).build();
  private static final LedgerEvent BACK = notDelivered(DAY, "notice", LETTER);

  private static List<Happening> happens(LedgerEvent... events) {
    return Stream.of(events).map(e -> new Happening(8, "INV-1", e)).toList();
  }

  private static List<String> on(
      DunningPolicy before, List<Happening> old, DunningPolicy after, List<Happening> now) {
    return Together.on(DAY, before, old, after, now).stream()
        .map(t -> events(t.before()) + " | " + events(t.after()))
        .toList();
  }

  private static String events(List<Player.Scheduled> all) {
    return String.join(", ", all.stream().map(e -> e.event().toString()).toList());
  }

  @Test
  void whatAnswersNoStepHappensUnderBoth() {
    LedgerEvent pays = payment(DAY, eur("5.00"));
    assertThat(on(USUAL, happens(pays), SHORT, happens()))
        .containsExactly(pays + " | " + pays)
        .isEqualTo(on(SHORT, happens(pays), USUAL, happens(pays)));
  }

  @Test
  void aLetterComesBackOnceBothHaveSentIt() {
    assertThat(on(USUAL, happens(BACK), USUAL, happens())).isEmpty();
    assertThat(on(USUAL, happens(), USUAL, happens(BACK))).isEmpty();
    assertThat(on(USUAL, happens(BACK), USUAL, happens(BACK))).containsExactly(BACK + " | " + BACK);
    LedgerEvent mail = notDelivered(DAY, "notice", EMAIL);
    assertThat(on(USUAL, happens(BACK), USUAL, happens(mail))).isEmpty();
  }

  @Test
  void aLetterUnderAnotherNameComesBackLikewise() {
    LedgerEvent other = notDelivered(DAY, "letter", LETTER);
    assertThat(on(USUAL, happens(BACK), RENAMED, happens(other)))
        .containsExactly(BACK + " | " + other);
    assertThat(on(USUAL, happens(BACK), RENAMED, happens())).isEmpty();
    LedgerEvent reminder = notDelivered(DAY, "reminder", LETTER);
    assertThat(on(USUAL, happens(BACK), RENAMED, happens(reminder))).isEmpty();
  }

  @Test
  void aLetterThatOnlyOnePolicySendsComesBackToItAlone() {
    assertThat(on(USUAL, happens(BACK), SHORT, happens())).containsExactly(BACK + " | ");
    assertThat(on(SHORT, happens(), USUAL, happens(BACK))).containsExactly(" | " + BACK);
  }

  /** A call cannot come back as a letter does. */
  @Test
  void aLetterComesBackAloneBesideACall() {
    DunningPolicy calls =
        policy(REMINDER, step("call").at(daysPastDue(14)).take(placeCall())).build();
    assertThat(on(USUAL, happens(BACK), calls, happens())).containsExactly(BACK + " | ");
    DunningPolicy mails =
        policy(REMINDER, step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL))).build();
    assertThat(on(USUAL, happens(BACK), mails, happens())).containsExactly(BACK + " | ");
    DunningPolicy tries =
        policy(REMINDER, step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)).orBy(LETTER))
            .build();
    assertThat(on(USUAL, happens(BACK), tries, happens())).isEmpty();
  }

  private static DunningPolicy letters(String... names) {
    EscalationStep[] steps = new EscalationStep[names.length];
    for (int i = 0; i < names.length; i++) {
      steps[i] = step(names[i]).at(daysPastDue(5 + 7 * i)).take(sendNotice(i + 1, LETTER));
    }
    return policy(steps).build();
  }

  /** The first letter of one policy is no partner of the second of the other. */
  @Test
  void eachLetterHasOnePartner() {
    LedgerEvent a1 = notDelivered(DAY, "A1", LETTER);
    LedgerEvent a2 = notDelivered(DAY, "A2", LETTER);
    LedgerEvent b1 = notDelivered(DAY, "B1", LETTER);
    LedgerEvent b2 = notDelivered(DAY, "B2", LETTER);
    assertThat(on(letters("A1", "A2"), happens(a2, a1), letters("B1", "B2"), happens(b2, b1)))
        .containsExactly(a2 + " | " + b2, a1 + " | " + b1);
    assertThat(on(letters("A1", "A2"), happens(a2, a1), letters("B1"), happens(b1)))
        .containsExactly(a1 + " | " + b1, a2 + " | ");
    LedgerEvent arrived = delivered(DAY, "A1");
    LedgerEvent other = delivered(DAY, "B1");
    assertThat(on(letters("A1"), happens(arrived), letters("B1"), happens(other)))
        .containsExactly(arrived + " | " + other);
  }

  @Test
  void anOfferIsAcceptedWhereItWasMade() {
    DunningPolicy offers = sound().settlement(SettlementRule.lumpSum(percent("70"))).build();
    LedgerEvent high = settlementAccepted(DAY, eur("70.00"), DAY.plusDays(14));
    LedgerEvent low = settlementAccepted(DAY, eur("60.00"), DAY.plusDays(14));
    assertThat(on(offers, happens(high), offers, happens(low))).containsExactly(high + " | " + low);
    assertThat(on(offers, happens(high), offers, happens())).isEmpty();
    assertThat(on(offers, happens(high), USUAL, happens())).containsExactly(high + " | ");
  }
}
