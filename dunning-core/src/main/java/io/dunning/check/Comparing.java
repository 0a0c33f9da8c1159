package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyComparison.Difference;
import io.dunning.check.PolicyComparison.Effect;
import io.dunning.check.PolicyComparison.Harsher;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.check.PolicyComparison.Pair;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
  private final Budget budget;

  /** The steps that were taken, with either policy. */
  private final Set<String> taken = new HashSet<>();

  private long harsherWorlds;
  private String why = "";
  private Pair harsher;
  private long worlds;
  private long looks;

  /** What differed how often, and most. */
  private static final class Extreme {
    long count;
    long most = -1;
    String words = "";
    Path before;
    Path after;
    LocalDate last;

    /** How often by how much, and how much that is in words. */
    final SortedMap<Long, Amount> amounts = new TreeMap<>();

    /** The lower of the two in the middle. */
    String median() {
      long left = (count + 1) / 2;
      for (Amount each : amounts.values()) {
        left -= each.count;
        if (left <= 0) {
          return each.words;
        }
      }
      return "";
    }
  }

  /** By so much something differed so often. */
  private static final class Amount {
    final String words;
    long count;

    Amount(String words) {
      this.words = words;
    }
  }

  Comparing(DunningPolicy before, DunningPolicy after, BusinessCalendar calendar, Budget budget) {
    this.budget = budget;
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
      if (budget.mayBegin()) {
        compare(each, happenings);
      }
    }
    List<Effect> found = new ArrayList<>();
    effects.forEach((kind, e) -> found.add(effect(kind, e)));
    List<Difference> differences = PolicyWords.differences(before, after);
    return new PolicyComparison(
        before.name(),
        after.name(),
        differences,
        found,
        Optional.ofNullable(harsher).map(p -> new Harsher(harsherWorlds, why, p)),
        unreached(differences),
        worlds,
        !budget.isUsedUp());
  }

  /** The steps that differ and were not taken, in the order of the ladders. */
  private List<String> unreached(List<Difference> differences) {
    Set<String> steps = new LinkedHashSet<>();
    for (DunningPolicy policy : List.of(before, after)) {
      for (EscalationStep each : policy.ladder().steps()) {
        String place = "step \"" + each.name() + "\"";
        if (differences.stream()
            .anyMatch(d -> d.place().equals(place) || d.place().startsWith(place + ": "))) {
          steps.add(each.name());
        }
      }
    }
    steps.removeAll(taken);
    return List.copyOf(steps);
  }

  private void compare(Debtor debtor, Happenings happenings) {
    LocalDate last = debtor.account().invoices().get(0).invoice().due().plusDays(horizonDays);
    List<Together> all = new ArrayList<>();
    for (LocalDate day : play(debtor, Together.NOTHING, last)) {
      List<Happening> was = happenings.on(day, old.before(day));
      List<Happening> is = happenings.on(day, now.before(day));
      all.addAll(Together.on(day, before, was, after, is));
    }
    for (Together each : all) {
      if (budget.mayBegin()) {
        play(debtor, each, last);
      }
    }
  }

  /** Plays a world with both; the days on which either looked, the day before and after each. */
  private SortedSet<LocalDate> play(Debtor debtor, Together events, LocalDate last) {
    Path was = old.play(debtor, events.before(), last);
    Path is = now.play(debtor, events.after(), last);
    compare(was, is, last);
    budget.use(++worlds, looks);
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Player each : List.of(old, now)) {
      for (LocalDate look : each.looks()) {
        days.add(look.minusDays(1));
        days.add(look);
        days.add(look.plusDays(1));
      }
    }
    return days.tailSet(debtor.first()).headSet(last);
  }

  private void noteSteps(Path path) {
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.isStep()) {
        taken.add(each.step.step().orElseThrow());
      }
    }
  }

  private void compare(Path before, Path after, LocalDate last) {
    noteSteps(before);
    noteSteps(after);
    Treatment was = Treatment.of(before);
    Treatment is = Treatment.of(after);
    String harsh = is.harsherThan(was);
    harsherWorlds += harsh.isEmpty() ? 0 : 1;
    if (harsher == null && !harsh.isEmpty()) {
      why = harsh;
      harsher = pair(before, after, last);
    }
    Contrast.tell(
        was, is, (kind, much, words, day) -> note(kind, much, words, before, after, last));
  }

  private void note(Kind kind, long much, String words, Path was, Path is, LocalDate last) {
    Extreme extreme = effects.computeIfAbsent(kind, k -> new Extreme());
    extreme.count++;
    extreme.amounts.computeIfAbsent(much, m -> new Amount(words)).count++;
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
    return new Effect(kind, extreme.count, extreme.words, extreme.median(), pair);
  }

  private Pair pair(Path was, Path is, LocalDate last) {
    return new Pair(World.of(before, calendar, was, last), World.of(after, calendar, is, last));
  }
}
