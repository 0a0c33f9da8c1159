package io.dunning.aging;

import java.io.Serializable;

/**
 * The entries of {@link Receivables}, in columns. The kind of an entry packs its claim, whether it
 * is a credit, and by how much it changes the number of items.
 */
final class EntryColumns implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CLAIM = 3;
  private static final int CREDIT = 4;
  private static final int COUNT_SHIFT = 3;

  private final int[] day;
  private final int[] due;

  /**
   * The invoice dates; the same array as {@link #day} if no entry is later than its invoice date.
   */
  private final int[] issued;

  private final long[] amount;
  private final byte[] kind;
  private final int lastDay;

  EntryColumns(int[] day, int[] due, int[] issued, long[] amount, byte[] kind) {
    this.day = day;
    this.due = due;
    this.issued = issued;
    this.amount = amount;
    this.kind = kind;
    int last = Integer.MIN_VALUE;
    for (int each : day) {
      last = Math.max(last, each);
    }
    this.lastDay = last;
  }

  /**
   * Packs the kind of an entry.
   *
   * @param claim the ordinal of the claim
   * @param count by how much the number of items changes: -1, 0 or 1
   */
  static byte kind(int claim, boolean credit, int count) {
    return (byte) (claim | (credit ? CREDIT : 0) | count + 1 << COUNT_SHIFT);
  }

  int size() {
    return day.length;
  }

  Pass pass(AgingSchedule schedule, boolean claimsApart) {
    return new Pass(schedule, claimsApart);
  }

  /** Adds up entries by one schedule. */
  final class Pass {
    private final AgingSchedule schedule;
    private final int[] date;
    private final boolean netting;
    private final boolean claimsApart;
    private final int bands;
    private final int places;

    Pass(AgingSchedule schedule, boolean claimsApart) {
      this.schedule = schedule;
      this.date = schedule.basis() == AgingBasis.ISSUE_DATE ? issued : due;
      this.netting = schedule.netsCredits();
      this.claimsApart = claimsApart;
      this.bands = schedule.bands().size();
      this.places = AgingRows.places(schedule, claimsApart);
    }

    /** Adds the entries known at the end of a day to a row of cells. */
    void age(int from, int to, long asOfDay, long[] cells, int row) {
      boolean all = asOfDay >= lastDay;
      for (int i = from; i < to; i++) {
        if (all || day[i] <= asOfDay) {
          int of = kind[i];
          long sum = amount[i];
          int place;
          if ((of & CREDIT) != 0 && !netting) {
            place = bands;
            sum = Math.negateExact(sum);
          } else if (claimsApart && (of & CLAIM) != 0) {
            place = bands + (of & CLAIM);
          } else {
            place = schedule.index(date[i], asOfDay);
          }
          AgingRows.add(cells, row, places, place, sum, (of >> COUNT_SHIFT) - 1);
        }
      }
    }

    /** Adds the entries to the changes from day to day. */
    void trend(int from, int to, AgingTrend trend, long[] changes) {
      for (int i = from; i < to; i++) {
        int of = kind[i];
        int count = (of >> COUNT_SHIFT) - 1;
        if ((of & CREDIT) != 0 && !netting) {
          trend.addApart(changes, day[i], Math.negateExact(amount[i]), count);
        } else {
          trend.add(changes, day[i], date[i], amount[i], count);
        }
      }
    }
  }
}
