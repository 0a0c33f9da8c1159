package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.FurtherGranted;
import io.dunning.event.Concession;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How long each promise, payment plan, deferral and hold of an invoice and its account may hold,
 * given the {@link Patience} with the invoice. Immutable and thread-safe.
 */
public final class Concessions {
  /** Everything may hold as long as it says. */
  public static final Concessions UNLIMITED = new Concessions(Patience.UNLIMITED, Map.of());

  private final Patience patience;
  private final Map<Concession, List<Granted>> limited;

  /**
   * Something that was granted and does not hold as long as it says.
   *
   * @param concession what it is
   * @param on the day on which it was granted
   * @param until the last day on which it would hold; empty without an end
   * @param through the last day on which it holds; empty if it never does
   * @param most the most of its kind that hold, if they are too many; empty if they last too long
   * @param days for how many days those of its kind hold in all; empty if they are too many
   * @param granter who may grant one more; empty text if anybody may
   */
  public record Overrun(
      Concession concession,
      LocalDate on,
      Optional<LocalDate> until,
      Optional<LocalDate> through,
      Optional<Integer> most,
      Optional<Integer> days,
      String granter)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What was given beyond the limits.
     *
     * @param concession what was given
     * @param on the day on which it was given
     * @param until until when it was meant to hold; empty without an end
     * @param through the last day on which it holds; empty if it does not hold
     * @param most how many there may be in a cycle; empty if their number is not what limits it
     * @param days how many days they may hold in all; empty if days are not what limits it
     * @param granter who may grant one more; empty text if anybody may
     */
    public Overrun {
      Objects.requireNonNull(concession, "concession");
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(through, "through");
      Objects.requireNonNull(most, "most");
      Objects.requireNonNull(days, "days");
      Objects.requireNonNull(granter, "granter");
    }

    /**
     * Such as {@code promise of 2026-04-01 until 2026-04-20: does not hold, at most 2 in a cycle;
     * only head of credit may grant one more}.
     */
    @Override
    public String toString() {
      return concession
          + " of "
          + on
          + until.map(d -> " until " + d).orElse("")
          + ": "
          + through.map(d -> "holds only through " + d).orElse("does not hold")
          + most.map(m -> ", at most " + m + " in a cycle").orElse("")
          + days.map(d -> ", at most " + d + " days in all").orElse("")
          + (granter.isEmpty() ? "" : "; only " + granter + " may grant one more");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  private Concessions(Patience patience, Map<Concession, List<Granted>> limited) {
    this.patience = patience;
    this.limited = limited;
  }

  /**
   * Weighs what was granted.
   *
   * @param granted each promise, plan, deferral and hold of the invoice and of the account, those
   *     of a kind and a log in their order
   * @param further what else was granted
   * @param fromDay the first day that counts
   * @param dueDay the day after which days of deferral count
   */
  static Concessions of(
      Patience patience,
      List<Granted> granted,
      List<FurtherGranted> further,
      long fromDay,
      long dueDay) {
    Map<Concession, List<Granted>> limited = new EnumMap<>(Concession.class);
    for (Concession each : Concession.values()) {
      if (patience.count(each).isPresent() || patience.days(each).isPresent()) {
        limited.put(each, new ArrayList<>());
      }
    }
    for (Granted each : granted) {
      if (limited.containsKey(each.kind)) {
        limited.get(each.kind).add(each);
      }
    }
    limited.forEach(
        (kind, all) -> {
          long exceptions =
              further.stream()
                  .filter(f -> f.concession() == kind && f.date().toEpochDay() >= fromDay)
                  .filter(f -> patience.letsGrant(f.by()))
                  .count();
          List<Granted> byDay = new ArrayList<>(all);
          byDay.sort(Comparator.comparingLong(g -> g.on));
          byDay.removeIf(g -> g.until < fromDay || !g.concerns);
          new Spending(patience, kind, exceptions, fromDay, dueDay).weigh(byDay);
        });
    return new Concessions(patience, limited);
  }

  /**
   * Whether the patience for a kind is limited.
   *
   * @param kind the kind
   * @return false if each holds as long as it says
   */
  public boolean limits(Concession kind) {
    return limited.containsKey(kind);
  }

  /**
   * The last day on which the latest of a kind may hold.
   *
   * @param kind a promise or a plan
   * @param ofAccount whether that of the account is meant, rather than that of the invoice
   * @return the epoch day, before its own day if it never holds; {@link EpochDay#NEVER} without a
   *     limit
   */
  public long latestThroughDay(Concession kind, boolean ofAccount) {
    long through = EpochDay.NEVER;
    for (Granted each : limited.getOrDefault(kind, List.of())) {
      if (each.ofAccount == ofAccount) {
        through = capOf(each);
      }
    }
    return through;
  }

  private static long capOf(Granted granted) {
    return granted.through == granted.until ? EpochDay.NEVER : granted.through;
  }

  /** The earlier of a last day and the last day on which one of a kind may hold. */
  LocalDate last(Concession kind, boolean ofAccount, int index, LocalDate day) {
    int found = 0;
    for (Granted each : limited.getOrDefault(kind, List.of())) {
      if (each.ofAccount == ofAccount && found++ == index) {
        return LocalDate.ofEpochDay(Math.min(day.toEpochDay(), capOf(each)));
      }
    }
    return day;
  }

  /**
   * A hold, and how long it holds.
   *
   * @param hold the hold
   * @param throughDay the last day, as an epoch day; {@link EpochDay#NEVER} without an end
   */
  public record HeldThrough(Hold hold, long throughDay) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A hold, and how long it holds.
     *
     * @param hold the hold
     * @param throughDay the last day, as an epoch day; {@link EpochDay#NEVER} without an end
     */
    public HeldThrough {
      Objects.requireNonNull(hold, "hold");
    }
  }

  /**
   * The hold that lasts longest, where {@linkplain #limits holds are limited}.
   *
   * @return the hold of the invoice or the account; empty if none may hold
   */
  public Optional<HeldThrough> longestHold() {
    HeldThrough longest = null;
    for (Granted each : limited.getOrDefault(Concession.HOLD, List.of())) {
      boolean holds = each.through >= each.on;
      if (holds && (longest == null || each.through > longest.throughDay)) {
        longest = new HeldThrough(each.hold, each.through);
      }
    }
    return Optional.ofNullable(longest);
  }

  /**
   * The day to which the debt is deferred, where {@linkplain #limits deferrals are limited}: the
   * later of what the latest deferrals of the invoice and of the account grant that count.
   *
   * @return the epoch day; {@link EpochDay#NONE} without one
   */
  public long deferredToDay() {
    long ofInvoice = EpochDay.NONE;
    long ofAccount = EpochDay.NONE;
    for (Granted each : limited.getOrDefault(Concession.DEFERRAL, List.of())) {
      if (!each.oneTooMany && each.ofAccount) {
        ofAccount = each.through;
      } else if (!each.oneTooMany) {
        ofInvoice = each.through;
      }
    }
    return Math.max(ofInvoice, ofAccount);
  }

  /**
   * {@return what would hold on a day or later, but does not, or not so long, because the patience
   * is over, in the order of kinds, those of the invoice and of the account by their days}
   *
   * @param day the epoch day
   */
  public List<Overrun> overrunsOn(long day) {
    List<Overrun> all = new ArrayList<>();
    limited.forEach(
        (kind, granted) ->
            granted.stream()
                .filter(g -> g.through < g.until && g.until >= day)
                .sorted(Comparator.comparingLong(g -> g.on))
                .forEach(g -> all.add(overrun(g))));
    return all;
  }

  private Overrun overrun(Granted granted) {
    boolean holds = granted.through >= granted.on;
    return new Overrun(
        granted.kind,
        LocalDate.ofEpochDay(granted.on),
        EpochDay.date(granted.until),
        holds ? EpochDay.date(granted.through) : Optional.empty(),
        granted.oneTooMany ? Optional.of(patience.counts().get(granted.kind)) : Optional.empty(),
        granted.oneTooMany ? Optional.empty() : Optional.of(patience.days().get(granted.kind)),
        patience.granter());
  }
}
