package io.dunning.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class LawRadarTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final LawRadar RADAR = LawRadar.shipped();

  /** What only memory says is no law. */
  @Test
  void shipsNothingThatWasNotRead() {
    assertThat(RADAR.version()).isEqualTo("2026-11-27");
    assertThat(RADAR.changes()).hasSize(21);
    for (LawChange each : RADAR.changes()) {
      assertThat(each.confidence()).isIn("verified", "verified-secondary");
      assertThat(each.source()).isNotBlank().doesNotContain("memory");
      assertThat(each.what()).isNotBlank();
    }
    assertThat(new HashSet<>(RADAR.changes().stream().map(LawChange::id).toList())).hasSize(21);
  }

  @Test
  void whatIsAdoptedBecomesLawOnItsFirstDay() {
    LawChange change = RADAR.change("DE-EINV-ISSUE");
    LocalDate first = LocalDate.of(2027, 1, 1);
    assertThat(change).hasToString("DE-EINV-ISSUE (adopted from 2027-01-01): " + change.title());
    assertThat(change.isInForceOn(first.minusDays(1))).isFalse();
    assertThat(change.isPendingOn(first.minusDays(1))).isTrue();
    assertThat(change.isInForceOn(first)).isTrue();
    assertThat(change.isPendingOn(first)).isFalse();
  }

  /** The draft of India names 2026-07-01, which is over; it is no law for that. */
  @Test
  void aBillOrDraftNeverBecomesLawByItself() {
    for (String id : new String[] {"GB-CPB", "IN-RBI-RECOVERY", "KR-TIMEBARRED"}) {
      assertThat(RADAR.change(id).isInForceOn(LocalDate.of(2099, 1, 1))).isFalse();
      assertThat(RADAR.change(id).isPendingOn(LocalDate.of(2099, 1, 1))).isTrue();
    }
  }

  @Test
  void whatIsAdoptedWithoutADayStaysPending() {
    assertThat(RADAR.change("ES-RD-238").isPendingOn(TODAY)).isTrue();
  }

  @Test
  void whatWasDroppedIsNeitherLawNorPending() {
    assertThat(RADAR.change("GB-CPB-45").isPendingOn(TODAY)).isFalse();
    assertThat(RADAR.change("GB-CPB-45").isInForceOn(TODAY)).isFalse();
    assertThat(RADAR.pendingOn(TODAY)).extracting(LawChange::id).doesNotContain("GB-CPB-45");
  }

  @Test
  void findsByCountryAndId() {
    assertThat(RADAR.ofCountry("PL"))
        .extracting(LawChange::id)
        .containsExactly("PL-KSEF", "PL-KSEF-ALL");
    assertThatThrownBy(() -> RADAR.change("GB-CBP"))
        .hasMessageStartingWith("no such change of law: GB-CBP\nMaybe one of [EU-LPR, GB-CPB");
  }

  private static final String HEADER =
      "id\tcountry\ttitle\tstatus\tfrom\tlongestTermDays\twhat\treadOn\tsource\tconfidence\n";

  @Test
  void readsANewerFile() {
    LawRadar newer =
        LawRadar.parse(
            "version\t2027-03-01\n"
                + HEADER
                + "GB-CPB\tGB\tCommercial Payments Act\tadopted\t2028-01-01\t60\tlongest term\t"
                + "2027-02-28\tlegislation.gov.uk\tverified\n\n");
    assertThat(newer).hasToString("law of 2027-03-01: 1 changes");
    assertThat(newer.change("GB-CPB").isInForceOn(LocalDate.of(2028, 1, 1))).isTrue();
  }

  @Test
  void saysAllThatIsWrongInAFile() {
    assertThatThrownBy(
            () ->
                LawRadar.parse(
                    "version\t1\n"
                        + HEADER
                        + "A\tGB\tt\tlaw\t\t\tw\t2027-02-28\ts\tverified\n"
                        + "B\tGB\tt\tbill\tsoon\t\tw\t2027-02-28\ts\tverified\n"
                        + "C\tGB\tt\tbill\t\t\tw\t2027-02-28\t\tverified\n"
                        + "D\tGB\tt\tbill\t\t\tw\t2027-02-28\ts\tverified\n"
                        + "D\tGB\tt\tbill\t\t\tw\t2027-02-28\ts\tverified\n"))
        .hasMessage(
            """
            line 3: status: not one of in force, adopted, bill, draft, dropped: law
            line 4: from: not a day such as 2026-07-01: soon
            line 5: needs an id, a source and the day on which it was read
            line 7: id appears twice: D""");
    assertThatThrownBy(() -> LawRadar.parse("id\tcountry\n"))
        .hasMessageStartingWith("line 1: not \"version\", a tab and a version");
    assertThatThrownBy(() -> LawRadar.parse("version\t1\n" + HEADER + "A\tGB\nB\n"))
        .hasMessage("line 3: 2 cells, but 10 columns\nline 4: 1 cells, but 10 columns");
  }
}
