package io.dunning.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many days a debtor got to pay, letter by letter. */
final class TimeToPay {
  /** By the rank of the step that granted it, as in {@link Treatment}; in order. */
  private final List<List<Granted>> ofRank =
      Stream.<List<Granted>>generate(ArrayList::new).limit(Treatment.RANKS).toList();

  /**
   * That somebody may pay until a day.
   *
   * @param from the day of the letter
   * @param until the last day to pay
   */
  record Granted(LocalDate from, LocalDate until) {
    long days() {
      return ChronoUnit.DAYS.between(from, until);
    }
  }

  /**
   * That there is less time to pay here than there.
   *
   * @param days how many days less
   * @param day the day of the letter here
   */
  record Less(long days, LocalDate day) {}

  /** A step of a rank from 1 on grants time to pay. */
  void add(int rank, Granted granted) {
    ofRank.get(rank - 1).add(granted);
  }

  /**
   * Where there is least time here, compared with there. The last day to pay has to come earlier,
   * too: who hears later of it, and has until the same day, has lost nothing. Of each rank, the
   * last is compared with the last, the one before it with the one before it, and so on.
   *
   * @return the greatest difference, the first of them; null if there is none
   */
  Less lessThan(TimeToPay other) {
    Less least = null;
    for (int i = 0; i < Treatment.RANKS; i++) {
      List<Granted> here = latest(ofRank.get(i), other.ofRank.get(i).size());
      List<Granted> there = latest(other.ofRank.get(i), here.size());
      for (int k = 0; k < here.size(); k++) {
        long days = there.get(k).days() - here.get(k).days();
        boolean isEarlier = here.get(k).until().isBefore(there.get(k).until());
        if (isEarlier && days > (least == null ? 0 : least.days)) {
          least = new Less(days, here.get(k).from());
        }
      }
    }
    return least;
  }

  private static List<Granted> latest(List<Granted> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
