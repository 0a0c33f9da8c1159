package io.dunning.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * That the same comes on one day here and on another there.
 *
 * @param isFirst whether it is the first of its kind
 * @param here the day here
 * @param there the day there
 */
record Shift(boolean isFirst, LocalDate here, LocalDate there) {

  /**
   * What comes sooner here: the first if it comes before the first there, and the second and each
   * further one. More of them are not sooner: of those here, the latest are compared that are as
   * many as those there.
   *
   * @param here the days here, in order
   * @param there the days there, in order
   */
  static List<Shift> sooner(List<LocalDate> here, List<LocalDate> there) {
    int more = Math.max(0, here.size() - there.size());
    List<Shift> all = new ArrayList<>();
    for (int i = 0; i + more < here.size(); i++) {
      Shift each = new Shift(i == 0, here.get(i == 0 ? 0 : i + more), there.get(i));
      if (each.days() > 0) {
        all.add(each);
      }
    }
    return all;
  }

  /** How many days sooner it comes here. */
  long days() {
    return ChronoUnit.DAYS.between(here, there);
  }
}
