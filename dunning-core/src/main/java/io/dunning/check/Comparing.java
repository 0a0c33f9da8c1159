package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.check.PolicyComparison.Pair;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Plays two policies against the same debtors and notes what differs. For one comparison. */
final class Comparing {
  private final DunningPolicy before;
  private final DunningPolicy after;
  private final BusinessCalendar calendar;
  private final Player old;
  private final Player now;
  private final Boundary boundary;
  private final int horizonDays;
  private final Map<Kind, Extreme> effects = new EnumMap<>(Kind.class);
  private Treatment[] harsher;
  private LocalDate harsherLast;
  private final Budget budget;
  private long worlds;
  private long looks;

  /** What differed how often, and most. */
  private static final class Extreme {
    long count;
    long most = -1;
    String words = "";
    Treatment before;
    Treatment after;
    LocalDate last;
  }

  Comparing(
      DunningPolicy before,
      DunningPolicy after,
      BusinessCalendar calendar,
      Consumer<PolicyCheck.Progress> listener) {
    budget =
        new Budget(
            Long.MAX_VALUE,
            Duration.ZERO,
            (w, d) -> listener.accept(new PolicyCheck.Progress(w, d)));
    this.before = before;
    this.after = after;
    this.calendar = calendar;
    old = new Player(before, calendar, null, this::look);
    now = new Player(after, calendar, null, this::look);
    boundary = Boundary.of(before, after);
    horizonDays = Math.max(Nominal.horizonDays(before), Nominal.horizonDays(after));
  }

  private void look() {
    budget.use(worlds, ++looks);
  }

  PolicyComparison compare() {
    Happenings happenings = new Happenings(boundary);
    for (Debtor each : Debtors.of(boundary, calendar, before, after)) {
      LocalDate last = each.account().invoices().get(0).invoice().due().plusDays(horizonDays);
      SortedSet<LocalDate> days = play(each, List.of(), last);
      for (LocalDate day : days) {
        for (Happening what : happenings.on(day, each.account())) {
          play(each, List.of(new Player.Scheduled(day, what.invoice(), what.event())), last);
        }
      }
    }
    List<Effect> found = new ArrayList<>();
    effects.forEach((kind, e) -> found.add(effect(kind, e)));
    return new PolicyComparison(
        before.name(),
        after.name(),
        PolicyWords.differences(before, after),
        found,
        Optional.ofNullable(harsher).map(h -> pair(h[0], h[1], harsherLast)),
        worlds);
  }

  /** Plays a world with both; the days on which either looked, the day before and after each. */
  private SortedSet<LocalDate> play(Debtor debtor, List<Player.Scheduled> events, LocalDate last) {
    Treatment was = Treatment.of(old.play(debtor, events, last));
    Treatment is = Treatment.of(now.play(debtor, events, last));
    worlds++;
    compare(was, is, last);
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Player each : List.of(old, now)) {
      for (LocalDate look : each.looks) {
        days.add(look.minusDays(1));
        days.add(look);
        days.add(look.plusDays(1));
      }
    }
    return days.tailSet(debtor.first()).headSet(last);
  }

  private void compare(Treatment was, Treatment is, LocalDate last) {
    if (harsher == null && is.isHarsherThan(was)) {
      harsher = new Treatment[] {was, is};
      harsherLast = last;
    }
    LocalDate contactBefore = was.firstContact();
    LocalDate contactAfter = is.firstContact();
    if (contactBefore != null && contactAfter != null) {
      long days = ChronoUnit.DAYS.between(contactBefore, contactAfter);
      note(days < 0, Kind.CONTACTED_EARLIER, -days, days(-days), was, is, last);
      note(days > 0, Kind.CONTACTED_LATER, days, days(days), was, is, last);
    }
    boolean alone = contactBefore != null && contactAfter == null;
    boolean found = contactBefore == null && contactAfter != null;
    note(alone, Kind.LEFT_ALONE, 0, "", was, is, last);
    note(found, Kind.NO_LONGER_LEFT_ALONE, 0, "", was, is, last);
    int more = is.contacts - was.contacts;
    note(more > 0, Kind.CONTACTED_MORE, more, contacts(more), was, is, last);
    note(more < 0, Kind.CONTACTED_LESS, -more, contacts(-more), was, is, last);
    Money charged = is.charged.minus(was.charged);
    long minor = charged.minorUnits();
    note(minor > 0, Kind.CHARGED_MORE, minor, charged.toString(), was, is, last);
    String less = charged.unaryMinus().toString();
    note(minor < 0, Kind.CHARGED_LESS, -minor, less, was, is, last);
    handOvers(was, is, last);
  }

  private void handOvers(Treatment was, Treatment is, LocalDate last) {
    long dayBefore = day(was.handedOver(), last);
    long dayAfter = day(is.handedOver(), last);
    long sooner = dayBefore - dayAfter;
    note(sooner > 0, Kind.HANDED_OVER_SOONER, sooner, handOver(was, sooner), was, is, last);
    note(sooner < 0, Kind.HANDED_OVER_LATER, -sooner, handOver(is, -sooner), was, is, last);
  }

  private static String handOver(Treatment later, long days) {
    return later.handedOver() == null ? "" : days(days);
  }

  private static long day(LocalDate day, LocalDate last) {
    return day == null ? last.toEpochDay() + 1 : day.toEpochDay();
  }

  private static String days(long days) {
    return days + (days == 1 ? " day" : " days");
  }

  private static String contacts(int count) {
    return count + (count == 1 ? " contact" : " contacts");
  }

  private void note(
      boolean differs,
      Kind kind,
      long much,
      String words,
      Treatment was,
      Treatment is,
      LocalDate last) {
    if (!differs) {
      return;
    }
    Extreme extreme = effects.computeIfAbsent(kind, k -> new Extreme());
    extreme.count++;
    if (much > extreme.most) {
      extreme.most = much;
      extreme.words = words;
      extreme.before = was;
      extreme.after = is;
      extreme.last = last;
    }
  }

  private Effect effect(Kind kind, Extreme extreme) {
    Pair pair = pair(extreme.before, extreme.after, extreme.last);
    return new Effect(kind, extreme.count, extreme.words, pair);
  }

  private Pair pair(Treatment was, Treatment is, LocalDate last) {
    return new Pair(
        World.of(before, calendar, was.path, last), World.of(after, calendar, is.path, last));
  }
}
