package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When two open items are the same. */
class OpenItemTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

  private static OpenItem item() {
    return OpenItem.of("C", "I", eur("100.00"), ISSUED, DUE);
  }

  @Test
  void itemsThatTellTheSameAreEqual() {
    assertThat(item()).isEqualTo(item()).hasSameHashCodeAs(item());
    assertThat(new OpenItem.Change(7, item(), true))
        .isEqualTo(new OpenItem.Change(7, item(), true));
    assertThat(item().claimed(OpenItem.Claim.PLAIN)).isEqualTo(item());
  }

  @Test
  void itemsThatDifferInAnythingAreNot() {
    List<OpenItem> others =
        List.of(
            OpenItem.of("D", "I", eur("100.00"), ISSUED, DUE),
            OpenItem.of("C", "J", eur("100.00"), ISSUED, DUE),
            OpenItem.of("C", "I", eur("100.01"), ISSUED, DUE),
            OpenItem.of("C", "I", usd("100.00"), ISSUED, DUE),
            OpenItem.of("C", "I", eur("100.00"), ISSUED.plusDays(1), DUE),
            OpenItem.of("C", "I", eur("100.00"), ISSUED, DUE.plusDays(1)),
            item().claimed(OpenItem.Claim.DISPUTED));
    for (OpenItem each : others) {
      assertThat(each).isNotEqualTo(item());
    }
    assertThat(others).doesNotHaveDuplicates();
    assertThat(others.stream().map(OpenItem::hashCode).distinct().count()).isGreaterThan(3);
    assertThat(item().equals("I")).isFalse();
  }
}
