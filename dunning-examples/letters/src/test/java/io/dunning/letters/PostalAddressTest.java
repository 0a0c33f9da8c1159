package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {

  // notices that the law requires depend on the code, so that another spelling is refused
  @ParameterizedTest
  @CsvSource({"de, DE", "UK, GB", "USA, US", "Germany, DE", "south korea, ''", "ZZ, ''", "D, ''"})
  void aCountryIsACodeOfIso(String country, String meant) {
    assertThatThrownBy(() -> PostalAddress.in(country, "1 High Street"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "country of an address is no country code of ISO 3166-1: "
                + country
                + (meant.isEmpty() ? "" : "\nMaybe " + meant));
  }

  @ParameterizedTest
  @CsvSource({"DE", "GB", "KR", "''"})
  void aCodeOrNothingIsTaken(String country) {
    assertThat(PostalAddress.in(country, "1 High Street").country()).isEqualTo(country);
  }
}
