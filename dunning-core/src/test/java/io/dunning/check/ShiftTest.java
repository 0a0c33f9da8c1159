package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {
  private static List<LocalDate> days(String numbers) {
    return numbers.isEmpty()
        ? List.of()
        : Arrays.stream(numbers.split(" ")).map(n -> LocalDate.of(2026, 1, day(n))).toList();
  }

  private static int day(String number) {
    return Integer.parseInt(number);
  }

  @ParameterizedTest
  @CsvSource({
    // nothing there, or nothing here
    "'', 3, ''",
    "3, '', ''",
    // the first with the first, the second with the second
    "3, 3, ''",
    "3, 5, 'first 3 by 2'",
    "5, 3, ''",
    "3 8, 3 20, '8 by 12'",
    "3 20, 3 8, ''",
    "2 8, 3 20, 'first 2 by 1, 8 by 12'",
    // fewer here
    "3 8, 3 9 20, '8 by 1'",
    "3, 3 9 20, ''",
    // more here: as many as there are, the latest
    "3 8 20, 3 20, ''",
    "3 8 12, 3 20, '12 by 8'",
    "3 8 20, 5 20, 'first 3 by 2'",
    // several on one day
    "3 3 9 9, 3 9, ''",
    "3 9, 3 3 9 9, ''"
  })
  void comparesTheFirstWithTheFirstAndSoOn(String here, String there, String sooner) {
    assertThat(
            Shift.sooner(days(here), days(there)).stream()
                .map(
                    s ->
                        (s.isFirst() ? "first " : "")
                            + s.here().getDayOfMonth()
                            + " by "
                            + s.days())
                .collect(Collectors.joining(", ")))
        .isEqualTo(sooner);
  }
}
