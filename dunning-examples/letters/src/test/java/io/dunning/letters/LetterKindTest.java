package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterKindTest {

  // the actions of a step, the letter that it sends, and what a letter before it announces
  @ParameterizedTest
  @CsvSource({
    "send reminder by email, reminder, MESSAGE",
    "send notice 2 by letter, notice, MESSAGE",
    "send message by email, notice, MESSAGE",
    "send demand by letter, demand, DEMAND",
    "thank customer by email, thanks, ''",
    "offer settlement by letter, settlement offer, ''",
    "propose payment plan by letter, plan proposal, ''",
    "place call, '', CALL",
    "visit customer, '', VISIT",
    "stop supply, '', STOP_SUPPLY",
    "refer to agency, '', AGENCY",
    "file a claim, '', COURT",
    "assess charges, '', ''",
    // of several, an offer goes before a message, and the most severe is announced
    "thank customer by email + send demand by letter, demand, DEMAND",
    "send demand by letter + offer settlement by letter, settlement offer, DEMAND",
    "send notice 1 by sms + stop supply + place call, notice, STOP_SUPPLY",
  })
  void eachActionHasItsLetterAndItsAnnouncement(String actions, String letter, String announced) {
    List<DunningAction> all =
        Arrays.stream(actions.split(" \\+ ")).map(DunningAction::parse).toList();
    assertThat(LetterKind.of(all).map(LetterKind::toString).orElse("")).isEqualTo(letter);
    assertThat(Consequence.of(all).map(Enum::name).orElse("")).isEqualTo(announced);
  }
}
