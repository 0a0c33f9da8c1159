package io.dunning.check;

import io.dunning.check.PolicyComparison.Kind;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says how the same debtor is treated otherwise by another policy. */
final class Contrast {
  private final Treatment was;
  private final Treatment is;
  private final Sink sink;

  /** What moved, by how much at most. */
  private final Map<Kind, Moved> moved = new EnumMap<>(Kind.class);

  private record Moved(long days, LocalDate day) {}

  /** Hears what differs. */
  @FunctionalInterface
  interface Sink {
    /**
     * Something differs.
     *
     * @param kind what
     * @param much by how much, in days, contacts or minor units; 0 if that is no amount
     * @param words how much in words; empty if that is no amount
     * @param day when it first came, with either policy; null for charges
     */
    void differs(Kind kind, long much, String words, LocalDate day);
  }

  private Contrast(Treatment was, Treatment is, Sink sink) {
    this.was = was;
    this.is = is;
    this.sink = sink;
  }

  /** Tells what differs on the days that both were looked at. */
  static void tell(Treatment was, Treatment is, Sink sink) {
    Contrast all = new Contrast(was, is, sink);
    all.firstContact();
    all.contactAgain();
    all.escalation();
    all.charges();
    all.timeToPay();
    all.handOver();
    all.approvals();
  }

  private void firstContact() {
    LocalDate day = earlier(was.firstContact(), is.firstContact());
    shift(was.firstContact(), is.firstContact(), Kind.CONTACTED_EARLIER, Kind.CONTACTED_LATER);
    note(isLost(was.firstContact(), is.firstContact()), Kind.LEFT_ALONE, day);
    note(isLost(is.firstContact(), was.firstContact()), Kind.NO_LONGER_LEFT_ALONE, day);
    int more = is.contacts - was.contacts;
    if (more != 0) {
      int much = Math.abs(more);
      String words = much + (much == 1 ? " contact" : " contacts");
      sink.differs(more > 0 ? Kind.CONTACTED_MORE : Kind.CONTACTED_LESS, much, words, day);
    }
  }

  private void contactAgain() {
    moved(0, Kind.CONTACTED_AGAIN_EARLIER, Kind.CONTACTED_AGAIN_LATER);
    tellMoved();
  }

  private void escalation() {
    for (int rank = 1; rank < Treatment.RANKS - 1; rank++) {
      List<LocalDate> before = was.ofRank(rank);
      List<LocalDate> after = is.ofRank(rank);
      if (after.size() < before.size()) {
        moved(Kind.NO_LONGER_ESCALATED, 0, before.get(after.size()));
      } else if (after.size() > before.size()) {
        moved(Kind.NEWLY_ESCALATED, 0, after.get(before.size()));
      }
      moved(rank, Kind.ESCALATED_EARLIER, Kind.ESCALATED_LATER);
    }
    tellMoved();
  }

  /** What of a rank comes on another day; first contacts are told on their own. */
  private void moved(int rank, Kind sooner, Kind later) {
    for (Shift each : Shift.sooner(is.ofRank(rank), was.ofRank(rank))) {
      if (rank > 0 || !isFirstContact(each.there(), each.here())) {
        moved(sooner, each.days(), each.here());
      }
    }
    for (Shift each : Shift.sooner(was.ofRank(rank), is.ofRank(rank))) {
      if (rank > 0 || !isFirstContact(each.here(), each.there())) {
        moved(later, each.days(), each.here());
      }
    }
  }

  private boolean isFirstContact(LocalDate before, LocalDate after) {
    return before.equals(was.firstContact()) && after.equals(is.firstContact());
  }

  private void moved(Kind kind, long days, LocalDate day) {
    moved.merge(kind, new Moved(days, day), (one, next) -> next.days > one.days ? next : one);
  }

  private void tellMoved() {
    moved.forEach((kind, by) -> sink.differs(kind, by.days, days(by.days), by.day));
    moved.clear();
  }

  private void charges() {
    for (Money more : is.chargedMoreThan(was).values()) {
      long minor = more.minorUnits();
      if (minor != 0) {
        Money much = minor > 0 ? more : more.unaryMinus();
        Kind kind = minor > 0 ? Kind.CHARGED_MORE : Kind.CHARGED_LESS;
        sink.differs(kind, much.minorUnits(), much.toString(), null);
      }
    }
  }

  private void timeToPay() {
    less(is.time.lessThan(was.time), Kind.LESS_TIME_TO_PAY);
    less(was.time.lessThan(is.time), Kind.MORE_TIME_TO_PAY);
  }

  private void less(TimeToPay.Less less, Kind kind) {
    if (less != null) {
      sink.differs(kind, less.days(), days(less.days()), less.day());
    }
  }

  private void handOver() {
    LocalDate day = earlier(was.handedOver(), is.handedOver());
    moved(Treatment.RANKS - 1, Kind.HANDED_OVER_EARLIER, Kind.HANDED_OVER_LATER);
    tellMoved();
    note(isLost(is.handedOver(), was.handedOver()), Kind.NEWLY_HANDED_OVER, day);
    note(isLost(was.handedOver(), is.handedOver()), Kind.NO_LONGER_HANDED_OVER, day);
    note(is.handsOverOtherwiseThan(was), Kind.HANDED_OVER_OTHERWISE, day);
  }

  private void approvals() {
    LocalDate day = earlier(was.firstSevere(), is.firstSevere());
    note(is.losesApprovalOf(was), Kind.APPROVAL_LOST, day);
    note(was.losesApprovalOf(is), Kind.APPROVAL_ADDED, day);
  }

  /** What comes with both policies, on different days. */
  private void shift(LocalDate before, LocalDate after, Kind sooner, Kind later) {
    if (before != null && after != null && !before.equals(after)) {
      long days = ChronoUnit.DAYS.between(before, after);
      Kind kind = days < 0 ? sooner : later;
      sink.differs(kind, Math.abs(days), days(Math.abs(days)), earlier(before, after));
    }
  }

  /** What comes with one policy only has no amount. */
  private void note(boolean differs, Kind kind, LocalDate day) {
    if (differs) {
      sink.differs(kind, 0, "", day);
    }
  }

  private static boolean isLost(LocalDate before, LocalDate after) {
    return before != null && after == null;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return other == null || one != null && one.isBefore(other) ? one : other;
  }

  private static String days(long days) {
    return days == 0 ? "" : days + (days == 1 ? " day" : " days");
  }
}
