package io.dunning.check;

import io.dunning.check.PolicyComparison.Kind;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Says how the same debtor is treated otherwise by another policy. */
final class Contrast {
  private final Treatment was;
  private final Treatment is;
  private final Sink sink;

  /** Hears what differs, by how much, and how much that is in words; both may be nothing. */
  @FunctionalInterface
  interface Sink {
    void differs(Kind kind, long much, String words);
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
    all.contacts();
    all.escalation();
    all.charges();
    all.handOver();
    all.note(is.handsOverOtherwiseThan(was), Kind.HANDED_OVER_OTHERWISE, 0, "");
    all.note(is.losesApprovalOf(was), Kind.APPROVAL_LOST, 0, "");
    all.note(was.losesApprovalOf(is), Kind.APPROVAL_ADDED, 0, "");
  }

  private void firstContact() {
    shift(was.firstContact(), is.firstContact(), Kind.CONTACTED_EARLIER, Kind.CONTACTED_LATER);
    note(isLost(was.firstContact(), is.firstContact()), Kind.LEFT_ALONE, 0, "");
    note(isLost(is.firstContact(), was.firstContact()), Kind.NO_LONGER_LEFT_ALONE, 0, "");
  }

  private void contacts() {
    int more = is.contacts - was.contacts;
    note(more > 0, Kind.CONTACTED_MORE, more, contacts(more));
    note(more < 0, Kind.CONTACTED_LESS, -more, contacts(-more));
  }

  private void escalation() {
    long earlier = is.escalatesEarlierThan(was);
    long later = was.escalatesEarlierThan(is);
    note(earlier > 0, Kind.ESCALATED_EARLIER, earlier, days(earlier));
    note(later > 0, Kind.ESCALATED_LATER, later, days(later));
    note(is.escalatesBeyond(was), Kind.NEWLY_ESCALATED, 0, "");
    note(was.escalatesBeyond(is), Kind.NO_LONGER_ESCALATED, 0, "");
  }

  private void charges() {
    for (Money more : is.chargedMoreThan(was).values()) {
      long minor = more.minorUnits();
      note(minor > 0, Kind.CHARGED_MORE, minor, more.toString());
      note(minor < 0, Kind.CHARGED_LESS, -minor, more.unaryMinus().toString());
    }
  }

  private void handOver() {
    shift(was.handedOver(), is.handedOver(), Kind.HANDED_OVER_EARLIER, Kind.HANDED_OVER_LATER);
    note(isLost(is.handedOver(), was.handedOver()), Kind.NEWLY_HANDED_OVER, 0, "");
    note(isLost(was.handedOver(), is.handedOver()), Kind.NO_LONGER_HANDED_OVER, 0, "");
  }

  /** What comes with both policies, on other days. */
  private void shift(LocalDate before, LocalDate after, Kind earlier, Kind later) {
    if (before != null && after != null) {
      long days = ChronoUnit.DAYS.between(before, after);
      note(days < 0, earlier, -days, days(-days));
      note(days > 0, later, days, days(days));
    }
  }

  private static boolean isLost(LocalDate before, LocalDate after) {
    return before != null && after == null;
  }

  private void note(boolean differs, Kind kind, long much, String words) {
    if (differs) {
      sink.differs(kind, much, words);
    }
  }

  private static String days(long days) {
    return days + (days == 1 ? " day" : " days");
  }

  private static String contacts(int count) {
    return count + (count == 1 ? " contact" : " contacts");
  }
}
