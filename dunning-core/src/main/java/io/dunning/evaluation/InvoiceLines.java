package io.dunning.evaluation;

import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.compiled.CompiledDecider;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@link InvoiceLine lines} of a recommendation side by side, so that the answers about
 * millions of accounts stay small. Filled by the maker of a recommendation; then read only.
 */
final class InvoiceLines implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CONCERNED = CompiledDecider.CONCERNED;
  private static final int OVERDUE = CompiledDecider.OVERDUE;
  private static final int HELD = CompiledDecider.HELD;
  private static final int FLAG_BITS = CompiledDecider.STATE_BITS;

  /** The numbers of all invoices of the account; a list that the account shares. */
  private final List<String> numbers;

  /** The currency of all lines; null if they have several. */
  private final CurrencyUnit single;

  private final CurrencyUnit[] currencies;

  /** Of each line the place of its invoice and, in the lowest bits, what else there is. */
  private final int[] places;

  private final long[] open;

  /** What is owed, where the policy charges anything; else null. */
  private final Owed[] owed;

  /**
   * Of each line what is disputed, and of an overdue one what is promised or not due; null if
   * nothing is.
   */
  private long[] disputed;

  private long[] promised;

  private long[] notDue;

  private int size;

  InvoiceLines(List<String> numbers, CurrencyUnit single, int most, boolean charged) {
    this.numbers = numbers;
    this.single = single;
    places = new int[most];
    open = new long[most];
    currencies = single == null ? new CurrencyUnit[most] : null;
    owed = charged ? new Owed[most] : null;
  }

  /** The lines that a compiled decision found; of a step to be taken, with what is disputed. */
  InvoiceLines(
      List<String> numbers, CurrencyUnit single, CompiledDecider found, boolean takesStep) {
    this(numbers, single, found.items(), false);
    size = found.lines(places, open);
    disputed = takesStep && found.anyDisputed() ? found.disputed(places) : null;
  }

  void add(
      int place, CurrencyUnit unit, long minor, boolean concerned, boolean overdue, boolean held) {
    int flags = (concerned ? CONCERNED : 0) | (overdue ? OVERDUE : 0) | (held ? HELD : 0);
    places[size] = place << FLAG_BITS | flags;
    open[size] = minor;
    if (currencies != null) {
      currencies[size] = unit;
    }
    size++;
  }

  int size() {
    return size;
  }

  int place(int i) {
    return places[i] >> FLAG_BITS;
  }

  private boolean is(int flags, int i) {
    return (places[i] & flags) != 0;
  }

  private CurrencyUnit currency(int i) {
    return currencies == null ? single : currencies[i];
  }

  Money open(int i) {
    return Money.ofMinor(open[i], currency(i));
  }

  boolean isConcerned(int i) {
    return is(CONCERNED, i);
  }

  void owed(int i, Owed all) {
    owed[i] = all;
  }

  /** What of a line is not asked for, though the decision may be about it. */
  void apart(int i, long disputedMinor, long promisedMinor, long notDueMinor) {
    disputed = with(disputed, i, disputedMinor);
    promised = with(promised, i, promisedMinor);
    notDue = with(notDue, i, notDueMinor);
  }

  private long[] with(long[] parts, int i, long minor) {
    if (minor <= 0) {
      return parts;
    }
    long[] all = parts == null ? new long[places.length] : parts;
    all[i] = minor;
    return all;
  }

  private static long of(long[] parts, int i) {
    return parts == null ? 0 : parts[i];
  }

  /** What is set apart, by invoice number; only lines of which something is. */
  SortedMap<String, RecommendationParts.Apart> apart() {
    SortedMap<String, RecommendationParts.Apart> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      if (of(disputed, i) > 0 || of(promised, i) > 0 || of(notDue, i) > 0) {
        CurrencyUnit unit = currency(i);
        all.put(
            numbers.get(place(i)),
            new RecommendationParts.Apart(
                Money.ofMinor(of(disputed, i), unit),
                Money.ofMinor(of(promised, i), unit),
                Money.ofMinor(of(notDue, i), unit)));
      }
    }
    return all;
  }

  /** Whether a part of any line is disputed or held. */
  boolean hasPartsApart() {
    boolean any = disputed != null || promised != null;
    for (int i = 0; i < size; i++) {
      any |= is(HELD, i);
    }
    return any;
  }

  private Owed owed(int i) {
    if (owed != null) {
      return owed[i];
    }
    Money zero = Money.zero(currency(i));
    return new Owed(open(i), zero, zero);
  }

  private InvoiceLine line(int i) {
    return new InvoiceLine(
        numbers.get(place(i)), open(i), isConcerned(i), is(OVERDUE, i), is(HELD, i), owed(i));
  }

  List<InvoiceLine> list() {
    InvoiceLine[] lines = new InvoiceLine[size];
    for (int i = 0; i < size; i++) {
      lines[i] = line(i);
    }
    return List.of(lines);
  }

  /** The numbers of the invoices that the decision is about. */
  List<String> concerned() {
    List<String> found = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (isConcerned(i)) {
        found.add(numbers.get(place(i)));
      }
    }
    return List.copyOf(found);
  }

  /** The numbers of the invoices that are neither overdue nor held. */
  List<String> forInformation() {
    List<String> found = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (!is(OVERDUE | HELD, i)) {
        found.add(numbers.get(place(i)));
      }
    }
    return List.copyOf(found);
  }

  /** What is open, by currency. */
  List<Money> open() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      sums.merge(currency(i), open(i), Money::plus);
    }
    return List.copyOf(sums.values());
  }

  /** What is owed on the invoices that the decision is about, by currency. */
  List<Owed> owed() {
    OwedSums sums = new OwedSums();
    for (int i = 0; i < size; i++) {
      if (isConcerned(i)) {
        sums.add(owed(i));
      }
    }
    return sums.list();
  }

  /** What a document about them states, by currency; credits are those of the account. */
  List<DocumentSum> sums(List<Money> credits, boolean nets) {
    SortedMap<CurrencyUnit, DocumentSum> sums = new TreeMap<>();
    for (Money credit : credits) {
      Money none = Money.zero(credit.currency());
      sums.put(credit.currency(), new DocumentSum(none, none, none, none, none, credit, nets));
    }
    for (int i = 0; i < size; i++) {
      DocumentSum line = sum(i, nets);
      sums.merge(currency(i), line, DocumentSum::plus);
    }
    return List.copyOf(sums.values());
  }

  private DocumentSum sum(int i, boolean nets) {
    CurrencyUnit unit = currency(i);
    long contested = of(disputed, i);
    long rest = open[i] - contested;
    long later = isConcerned(i) ? of(notDue, i) : is(HELD, i) ? 0 : rest;
    long held = is(HELD, i) ? rest : of(promised, i);
    Money zero = Money.zero(unit);
    Money charges = zero;
    if (isConcerned(i) && owed != null) {
      // of charges that are chased as a debt of their own, what is open is what is owed
      Money beside = owed[i].total().minus(open(i));
      charges = beside.isNegative() ? zero : beside;
    }
    return new DocumentSum(
        open(i),
        Money.ofMinor(later, unit),
        Money.ofMinor(contested, unit),
        Money.ofMinor(held, unit),
        charges,
        zero,
        nets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InvoiceLines that
        && list().equals(that.list())
        && apart().equals(that.apart());
  }

  @Override
  public int hashCode() {
    return list().hashCode();
  }

  /** Refuses lines that do not fit together. */
  void check() {
    boolean fits = size >= 0 && size <= places.length && size <= open.length;
    fits &= currencies == null ? single != null : size <= currencies.length;
    fits &= owed == null || size <= owed.length;
    for (int i = 0; fits && i < size; i++) {
      fits = place(i) >= 0 && place(i) < numbers.size() && currency(i) != null;
    }
    if (!fits) {
      throw new IllegalArgumentException("lines of a recommendation do not fit together");
    }
  }
}
