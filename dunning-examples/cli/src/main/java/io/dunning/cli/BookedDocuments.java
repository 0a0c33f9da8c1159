package io.dunning.cli;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.Money;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which documents are booked, and where: on an invoice or on the account of a customer. */
final class BookedDocuments {
  /** How many days may lie between a transaction and its entry by hand. */
  private static final int NEAR = 10;

  private final Map<String, List<Booked>> documents = new HashMap<>();

  private boolean isReading;

  /**
   * An event, where it is booked (the number of an invoice, or words for an account), and whether
   * it was read just now.
   */
  private record Booked(String place, BookedEvent entry, boolean isRead) {
    List<Money> amounts() {
      return entry.event() instanceof MoneyEvent money ? money.amounts() : List.of();
    }
  }

  /** From now on, events are read and were not in the ledger before. */
  void startReading() {
    isReading = true;
  }

  /** Takes an event into account; without a document, nothing can be told from it. */
  void add(String place, BookedEvent entry) {
    entry
        .evidence()
        .document()
        .ifPresent(
            d ->
                documents
                    .computeIfAbsent(d, n -> new ArrayList<>())
                    .add(new Booked(place, entry, isReading)));
  }

  /** Whether anything is booked on account of a document. */
  boolean knows(String document) {
    return documents.containsKey(document);
  }

  /**
   * Where the same is booked already; empty if it is booked nowhere.
   *
   * <p>Money of a document is the same wherever and on whatever day the ledger had it before, whole
   * or in parts. What is read just now is the same only at the same place: some banks give several
   * receipts one reference. Every other event is the same if it is booked at the same place on the
   * same day.
   */
  Optional<String> where(String place, BookedEvent entry) {
    Booked asked = new Booked(place, entry, true);
    if (asked.amounts().isEmpty()) {
      return alike(asked)
          .filter(b -> b.place().equals(place))
          .filter(b -> b.entry().event().date().equals(entry.event().date()))
          .map(Booked::place)
          .findFirst();
    }
    Optional<String> whole =
        before(asked)
            .filter(b -> b.amounts().equals(asked.amounts()))
            .map(Booked::place)
            .min((a, b) -> Boolean.compare(!a.equals(place), !b.equals(place)));
    return whole.or(() -> inParts(asked));
  }

  private Stream<Booked> before(Booked asked) {
    return alike(asked).filter(b -> !b.isRead() || b.place().equals(asked.place()));
  }

  private Optional<String> inParts(Booked asked) {
    Money whole = asked.amounts().get(0);
    List<Booked> parts =
        before(asked).filter(b -> b.amounts().get(0).currency().equals(whole.currency())).toList();
    Money sum =
        parts.stream()
            .map(b -> b.amounts().get(0))
            .reduce(Money.zero(whole.currency()), Money::plus);
    return parts.isEmpty() || !sum.equals(whole) ? Optional.empty() : Optional.of(places(parts));
  }

  /** What else is booked on account of the document of an event; empty if nothing is. */
  Optional<String> others(String place, BookedEvent entry) {
    List<Booked> others = alike(new Booked(place, entry, true)).toList();
    return others.isEmpty() || !(entry.event() instanceof MoneyEvent)
        ? Optional.empty()
        : Optional.of(
            others.stream()
                .map(b -> b.amounts().get(0) + " on " + b.place())
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private static String places(List<Booked> all) {
    return all.stream().map(Booked::place).distinct().collect(Collectors.joining(" and "));
  }

  /** The events of the kind of another that are booked on account of its document. */
  private Stream<Booked> alike(Booked asked) {
    Class<? extends LedgerEvent> kind = asked.entry().event().getClass();
    return asked.entry().evidence().document().stream()
        .flatMap(d -> named(d, asked.entry()).stream())
        .filter(b -> b.entry().event().getClass() == kind);
  }

  /**
   * What is booked on account of a document. A reader puts the account and the day before the
   * reference of the bank; who books by hand gives the reference alone.
   */
  private List<Booked> named(String document, BookedEvent entry) {
    List<Booked> all = new ArrayList<>(documents.getOrDefault(document, List.of()));
    if (entry.event() instanceof MoneyEvent.Credit) {
      return all;
    }
    for (int at = document.indexOf(' '); at >= 0; at = document.indexOf(' ', at + 1)) {
      documents.getOrDefault(document.substring(at + 1), List.of()).stream()
          .filter(b -> isNear(b.entry(), entry))
          .forEach(all::add);
    }
    return all;
  }

  private static boolean isNear(BookedEvent one, BookedEvent other) {
    long days = ChronoUnit.DAYS.between(one.event().date(), other.event().date());
    return Math.abs(days) <= NEAR;
  }
}
