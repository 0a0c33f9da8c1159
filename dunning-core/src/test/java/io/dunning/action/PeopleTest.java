package io.dunning.action;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.PersonRole.OWNER;
import static io.dunning.action.PersonRole.PAYABLES_CLERK;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
  private static final ContactPerson PETRA = ContactPerson.of("Petra Klein", PAYABLES_CLERK);

  @Test
  void aPersonPrintsRoleLanguageAndChannels() {
    assertThat(PETRA).hasToString("Petra Klein (payables clerk)");
    assertThat(PETRA.speaking("fr-CH").by(PHONE, EMAIL, PHONE))
        .hasToString("Petra Klein (payables clerk, speaks fr-CH, by email or phone)");
    assertThat(PETRA.speaking("de").language()).contains(Locale.GERMAN);
  }

  @Test
  void aPersonWithoutChannelsCanBeReachedByAll() {
    assertThat(PETRA.isReachableBy(LETTER)).isTrue();
    assertThat(PETRA.by(EMAIL).isReachableBy(LETTER)).isFalse();
    assertThat(PETRA.by(EMAIL).by(LETTER).isReachableBy(LETTER)).isTrue();
  }

  @Test
  void rolesOfYourOwnEqualByName() {
    assertThat(new PersonRole("owner")).isEqualTo(OWNER);
    assertThat(new PersonRole("guarantor")).hasToString("guarantor").isNotEqualTo(OWNER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "german!", "d", "de_DE", "und"})
  void refusesWhatIsNoLanguage(String tag) {
    assertThatThrownBy(() -> PETRA.speaking(tag))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a language tag such as de or fr-CH: " + tag);
  }

  @Test
  void refusesBlankNames() {
    assertThatThrownBy(() -> ContactPerson.of(" ", OWNER)).hasMessage("contact person has no name");
    assertThatThrownBy(() -> new PersonRole("")).hasMessage("role has no name");
  }

  @Test
  void aPerformerPrintsNameAndCommission() {
    assertThat(Performer.IN_HOUSE).hasToString("in house");
    assertThat(Performer.SALES).hasToString("sales");
    assertThat(Performer.lawyer("Dr. Roth")).hasToString("lawyer Dr. Roth");
    assertThat(Performer.agency("Kern").forCommission(percent("18")))
        .hasToString("agency Kern for 18%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "100.01"})
  void refusesCommissionsThatCannotBe(String share) {
    assertThatThrownBy(() -> Performer.agency("Kern").forCommission(percent(share)))
        .hasMessage("commission is not between 0% and 100%: " + share + "%");
    assertThat(Performer.agency("Kern").forCommission(percent("100")).commission()).isPresent();
  }
}
