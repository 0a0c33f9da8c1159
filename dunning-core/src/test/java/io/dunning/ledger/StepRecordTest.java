package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.stepApproved;
import static io.dunning.event.LedgerEvent.stepRefused;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.stepWithdrawn;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent.StepTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which steps count after some were withdrawn or their letters came back. */
class StepRecordTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static InvoiceHistory invoice() {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE));
  }

  /** Reads "a" as step a taken, "-a" as step a withdrawn, and "!a" as its letter that came back. */
  private static List<LedgerEvent> events(String story) {
    List<LedgerEvent> events = new ArrayList<>();
    for (String word : story.split(" ")) {
      String rest = word.substring(1);
      events.add(
          switch (word.charAt(0)) {
            case '-' -> stepWithdrawn(DUE.plusDays(20), rest);
            case '!' -> notDelivered(DUE.plusDays(20), rest, Channel.LETTER);
            default -> stepTaken(DUE.plusDays(20), word, Channel.LETTER);
          });
    }
    return events;
  }

  private static String names(List<StepTaken> steps) {
    return String.join(" ", steps.stream().map(StepTaken::step).toList());
  }

  private static String names(StepsTaken steps) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < steps.count(); i++) {
      names.add(steps.name(i));
    }
    return String.join(" ", names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # nothing, or something that was never taken, is taken back
          a b           | a b   | ''
          a b -c !d     | a b   | ''
          a -a -a       | ''    | a
          # of several takings the latest goes
          a b a -a      | a b   | a
          a b a !a      | a b   | ''
          a b a -a -a   | b     | a a
          # what was withdrawn keeps the order in which it was taken
          a b c -c -a   | b     | a c
          a b c -a -c   | b     | a c
          a b c -b -c -a| ''    | a b c
          a b c d -b -d | a c   | b d
          a b c d -d -b | a c   | b d
          # a letter that came back leaves nothing behind, before or after a withdrawn step
          a b c !a -c   | b     | c
          a b c -c !a   | b     | c
          a b c -a !c   | b     | a
          a b -b !a c -c| ''    | b c
          # steps go on after that
          a -a b c -b d | c d   | a b
          a -a !b c -c d| d     | a c
          """)
  void aStepThatIsTakenBackCountsNoMore(String story, String taken, String withdrawn) {
    List<LedgerEvent> events = events(story);
    StepRecord atOnce =
        InvoiceHistory.of(invoice().invoice(), events).standingOn(LocalDate.MAX).steps();
    InvoiceHistory grown = invoice();
    for (LedgerEvent each : events) {
      grown = grown.with(each);
    }
    StepRecord oneByOne = grown.standingOn(LocalDate.MAX).steps();
    assertThat(names(atOnce.taken())).isEqualTo(taken);
    assertThat(names(atOnce.columns())).isEqualTo(taken);
    assertThat(names(atOnce.withdrawn())).isEqualTo(withdrawn);
    assertThat(names(oneByOne.columns())).isEqualTo(taken);
    assertThat(oneByOne).isEqualTo(atOnce);
  }

  /** Also after steps were taken back one at a time, which a replay of the rest goes on from. */
  @Test
  void aReplayGoesOnFromAnyPlace() {
    List<LedgerEvent> events = events("a b c -b d -a b !d -c e -e -b");
    InvoiceHistory atOnce = InvoiceHistory.of(invoice().invoice(), events);
    for (int i = 0; i <= events.size(); i++) {
      InvoiceHistory grown = InvoiceHistory.of(invoice().invoice(), events.subList(0, i));
      for (int j = i; j <= events.size(); j++) {
        InvoiceHistory longer =
            grown
                .with(events.subList(i, j).toArray(new LedgerEvent[0]))
                .with(events.subList(j, events.size()).toArray(new LedgerEvent[0]));
        assertThat(longer.standingOn(LocalDate.MAX).steps())
            .isEqualTo(atOnce.standingOn(LocalDate.MAX).steps());
      }
    }
  }

  @Test
  void theLastDecisionAboutAStepCounts() {
    assertThat(invoice().standingOn(LocalDate.MAX).steps().decided()).isEmpty();
    LedgerEvent approved = stepApproved(DUE.plusDays(1), "court");
    LedgerEvent refused = stepRefused(DUE.plusDays(2), "court");
    LedgerEvent again = stepApproved(DUE.plusDays(3), "court");
    LedgerEvent other = stepApproved(DUE.plusDays(3), "agency");
    StepRecord steps = invoice().with(approved, refused).standingOn(LocalDate.MAX).steps();
    assertThat(steps.decision("court").map(LedgerEvent.class::cast)).contains(refused);
    steps = invoice().with(approved, refused, again).standingOn(LocalDate.MAX).steps();
    assertThat(steps.decision("court").map(LedgerEvent.class::cast)).contains(again);
    // a later replay goes on from what was decided
    steps = invoice().with(approved).with(other).standingOn(LocalDate.MAX).steps();
    assertThat(steps.decision("court").map(LedgerEvent.class::cast)).contains(approved);
    assertThat(steps.decision("agency").map(LedgerEvent.class::cast)).contains(other);
    assertThat(steps.decided()).isEqualTo(List.of(other, approved));
    assertThat(steps.taken()).isEmpty();
  }
}
