package io.dunning.ledger;

import io.dunning.event.StepEvent;
import io.dunning.event.StepEvent.StepTaken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The steps of the ladder that were taken up to the end of a day, and what people decided about
 * steps that need approval. A step whose message did not arrive counts as not taken. Immutable and
 * thread-safe.
 */
public final class StepRecord {
  /** No step was taken or decided about. */
  static final StepRecord NONE =
      new StepRecord(GrowingList.empty(), List.of(), new int[0], StepsTaken.NONE, Map.of());

  private final GrowingList<StepTaken> taken;
  private final List<StepTaken> withdrawn;

  /** Of each withdrawn step, how many of those that count were taken before it. */
  private final int[] takenBefore;

  private final StepsTaken columns;
  private final Map<String, StepEvent> decisions;

  private StepRecord(
      GrowingList<StepTaken> taken,
      List<StepTaken> withdrawn,
      int[] takenBefore,
      StepsTaken columns,
      Map<String, StepEvent> decisions) {
    this.taken = taken;
    this.withdrawn = withdrawn;
    this.takenBefore = takenBefore;
    this.columns = columns;
    this.decisions = decisions;
  }

  /** This record after further steps were taken. */
  StepRecord plus(List<StepTaken> more) {
    return more.isEmpty()
        ? this
        : new StepRecord(taken.plus(more), withdrawn, takenBefore, columns.plus(more), decisions);
  }

  /**
   * This record after the latest taking of a step was taken back; this record if there is none.
   *
   * @param remainsContact whether the step was withdrawn, rather than never having arrived
   */
  StepRecord takenBack(String step, boolean remainsContact) {
    int place = taken.size() - 1;
    while (place >= 0 && !taken.get(place).step().equals(step)) {
      place--;
    }
    if (place < 0) {
      return this;
    }
    List<StepTaken> left = new ArrayList<>(taken);
    List<StepTaken> gone = new ArrayList<>(withdrawn);
    StepTaken back = left.remove(place);
    int next = 0;
    while (next < takenBefore.length && takenBefore[next] <= place) {
      next++;
    }
    int more = remainsContact ? 1 : 0;
    int[] before = Arrays.copyOf(takenBefore, takenBefore.length + more);
    for (int i = next; i < takenBefore.length; i++) {
      before[i + more] = takenBefore[i] - 1;
    }
    if (remainsContact) {
      gone.add(next, back);
      before[next] = place;
    }
    StepsTaken rest = columns.without(place);
    return new StepRecord(GrowingList.of(left), List.copyOf(gone), before, rest, decisions);
  }

  /** This record with other steps. */
  StepRecord with(List<StepTaken> nowTaken, List<StepTaken> nowWithdrawn, int[] before) {
    return new StepRecord(
        GrowingList.of(nowTaken),
        List.copyOf(nowWithdrawn),
        before,
        StepsTaken.of(nowTaken),
        decisions);
  }

  /** This record with other decisions. */
  StepRecord deciding(Map<String, StepEvent> all) {
    return new StepRecord(taken, withdrawn, takenBefore, columns, all);
  }

  /** {@return the steps that were taken and not withdrawn, by day, then by order of entry} */
  public List<StepTaken> taken() {
    return taken;
  }

  /**
   * {@return the steps that were taken and withdrawn, by day, then by order of entry of the steps}
   * They remain contacts.
   */
  public List<StepTaken> withdrawn() {
    return withdrawn;
  }

  /** Of a withdrawn step, how many of those that count were taken before it. */
  int takenBefore(int place) {
    return takenBefore[place];
  }

  /**
   * The {@linkplain #taken steps that were taken}, side by side.
   *
   * @return the steps in the same order
   */
  public StepsTaken columns() {
    return columns;
  }

  /**
   * What a person decided last about a step that needs approval.
   *
   * @param step the name of the step
   * @return {@link StepEvent.StepApproved} or {@link StepEvent.StepRefused}; empty if nothing was
   *     decided
   */
  public Optional<StepEvent> decision(String step) {
    return Optional.ofNullable(decisions.get(step));
  }

  /**
   * What people decided last about each step that was decided about.
   *
   * @return {@link StepEvent.StepApproved} and {@link StepEvent.StepRefused}, by name of the step
   */
  public List<StepEvent> decided() {
    return decisions.isEmpty() ? List.of() : List.copyOf(new TreeMap<>(decisions).values());
  }

  Map<String, StepEvent> decisions() {
    return decisions;
  }

  /** Whether any step was taken, withdrawn or not. */
  boolean anyTaken() {
    return !taken.isEmpty() || !withdrawn.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StepRecord that
        && taken.equals(that.taken)
        && withdrawn.equals(that.withdrawn)
        && Arrays.equals(takenBefore, that.takenBefore)
        && decisions.equals(that.decisions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(taken, withdrawn, decisions);
  }
}
