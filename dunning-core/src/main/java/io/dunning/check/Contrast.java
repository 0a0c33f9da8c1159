package io.dunning.check;

import io.dunning.check.PolicyComparison.Kind;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Says how the same debtor is treated otherwise by another policy. */
final class Contrast {
  private final Treatment was;
  private final Treatment is;
  private final LocalDate last;
  private final Sink sink;

  /** Hears what differs, by how much, and how much that is in words; both may be nothing. */
  @FunctionalInterface
  interface Sink {
    void differs(Kind kind, long much, String words);
  }

  private Contrast(Treatment was, Treatment is, LocalDate last, Sink sink) {
    this.was = was;
    this.is = is;
    this.last = last;
    this.sink = sink;
  }

  /** Tells what differs until the last day that both were looked at. */
  static void tell(Treatment was, Treatment is, LocalDate last, Sink sink) {
    Contrast all = new Contrast(was, is, last, sink);
    all.firstContact();
    all.contacts();
    all.charges();
    all.handOver();
    all.note(is.handsOverOtherwiseThan(was), Kind.HANDED_OVER_OTHERWISE, 0, "");
    all.note(is.losesApprovalOf(was), Kind.APPROVAL_LOST, 0, "");
    all.note(was.losesApprovalOf(is), Kind.APPROVAL_ADDED, 0, "");
  }

  private void firstContact() {
    LocalDate before = was.firstContact();
    LocalDate after = is.firstContact();
    if (before != null && after != null) {
      long days = ChronoUnit.DAYS.between(before, after);
      note(days < 0, Kind.CONTACTED_EARLIER, -days, days(-days));
      note(days > 0, Kind.CONTACTED_LATER, days, days(days));
    }
    note(before != null && after == null, Kind.LEFT_ALONE, 0, "");
    note(before == null && after != null, Kind.NO_LONGER_LEFT_ALONE, 0, "");
  }

  private void contacts() {
    int more = is.contacts - was.contacts;
    note(more > 0, Kind.CONTACTED_MORE, more, contacts(more));
    note(more < 0, Kind.CONTACTED_LESS, -more, contacts(-more));
  }

  private void charges() {
    for (Money more : is.chargedMoreThan(was).values()) {
      long minor = more.minorUnits();
      note(minor > 0, Kind.CHARGED_MORE, minor, more.toString());
      note(minor < 0, Kind.CHARGED_LESS, -minor, more.unaryMinus().toString());
    }
  }

  private void handOver() {
    long earlier = day(was.handedOver()) - day(is.handedOver());
    note(earlier > 0, Kind.HANDED_OVER_EARLIER, earlier, days(was, earlier));
    note(earlier < 0, Kind.HANDED_OVER_LATER, -earlier, days(is, -earlier));
  }

  private void note(boolean differs, Kind kind, long much, String words) {
    if (differs) {
      sink.differs(kind, much, words);
    }
  }

  private static String days(Treatment later, long days) {
    return later.handedOver() == null ? "" : days(days);
  }

  private long day(LocalDate day) {
    return day == null ? last.toEpochDay() + 1 : day.toEpochDay();
  }

  private static String days(long days) {
    return days + (days == 1 ? " day" : " days");
  }

  private static String contacts(int count) {
    return count + (count == 1 ? " contact" : " contacts");
  }
}
