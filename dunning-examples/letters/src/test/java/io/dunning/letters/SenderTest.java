package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.ledger.Creditor;
import org.junit.jupiter.api.Test;

class SenderTest {
  private static final PostalAddress BREMEN = PostalAddress.in("DE", "Weg 1", "28195 Bremen");
  private static final Sender NORD = Sender.of(Creditor.of("Nord"), BREMEN);

  @Test
  void whatIsEmptyIsNotThere() {
    assertThat(NORD.answeredBy("", " ", "")).isEqualTo(NORD);
    assertThat(NORD.onBehalfOf("", PostalAddress.UNKNOWN).supervisedBy("")).isEqualTo(NORD);
    assertThat(NORD.person()).isEmpty();
    assertThat(NORD.clientAddress()).isEqualTo(PostalAddress.UNKNOWN);
  }

  @Test
  void eachPartIsKept() {
    Sender full =
        NORD.answeredBy("Jana", "a@nord.example", "+49 1")
            .onBehalfOf("Client", BREMEN)
            .supervisedBy("Office");
    assertThat(full.name()).isEqualTo("Nord");
    assertThat(full.person()).contains("Jana");
    assertThat(full.email()).contains("a@nord.example");
    assertThat(full.phone()).contains("+49 1");
    assertThat(full.client()).contains("Client");
    assertThat(full.clientAddress()).isEqualTo(BREMEN);
    assertThat(full.authority()).contains("Office");
    assertThat(full.answeredBy("", "", "").client()).contains("Client");
  }

  @Test
  void nothingIsNull() {
    assertThatThrownBy(() -> NORD.answeredBy(null, "", ""))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("person");
    assertThatThrownBy(() -> NORD.onBehalfOf("A", null)).isInstanceOf(NullPointerException.class);
  }
}
