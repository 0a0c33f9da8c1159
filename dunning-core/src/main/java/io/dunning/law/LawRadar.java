package io.dunning.law;

import io.dunning.law.LawChange.Status;
import io.dunning.text.TableFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Changes of law, with the version of the file in which they stand. The library ships a file; read
 * a newer one of the same form with {@link #parse}. Nothing on the radar changes an answer by
 * itself. Immutable and thread-safe.
 *
 * @param version the version of the file: the day on which its rows were read
 * @param changes the changes in the order of the file
 */
public record LawRadar(String version, List<LawChange> changes) {
  /**
   * A radar.
   *
   * @param version the version of the file
   * @param changes the changes
   */
  public LawRadar {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(changes, "changes");
    changes = List.copyOf(changes);
  }

  /** {@return the changes that come with the library} */
  public static LawRadar shipped() {
    return Shipped.RADAR;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final LawRadar RADAR = of(TableFile.shipped(LawRadar.class, "radar.tsv"));
  }

  /**
   * Reads a radar: tab separated lines, of which the first one is {@code version} and the version,
   * and the second one names the columns {@code id}, {@code country}, {@code title}, {@code
   * status}, {@code from}, {@code longestTermDays}, {@code what}, {@code readOn}, {@code source}
   * and {@code confidence}.
   *
   * @param text the text of a file
   * @return the radar
   * @throws IllegalArgumentException if it cannot be read, or an id appears twice; the message
   *     names every line with a problem
   */
  public static LawRadar parse(String text) {
    return of(TableFile.parse(Objects.requireNonNull(text, "text")));
  }

  private static LawRadar of(TableFile file) {
    List<LawChange> all = new ArrayList<>();
    file.forEach(
        row -> {
          LawChange change = change(row);
          if (all.stream().anyMatch(c -> c.id().equals(change.id()))) {
            throw new IllegalArgumentException("id appears twice: " + change.id());
          }
          all.add(change);
        });
    return new LawRadar(file.version(), all);
  }

  private static LawChange change(TableFile.Row row) {
    LocalDate none = LocalDate.MIN;
    LocalDate from = row.day("from", none);
    LocalDate readOn = row.day("readOn", none);
    if (!row.has("id") || !row.has("source") || readOn.equals(none)) {
      throw new IllegalArgumentException("needs an id, a source and the day on which it was read");
    }
    return new LawChange(
        row.text("id"),
        row.text("country"),
        row.text("title"),
        status(row.text("status")),
        from.equals(none) ? Optional.empty() : Optional.of(from),
        row.text("what"),
        row.has("longestTermDays")
            ? OptionalInt.of(row.number("longestTermDays"))
            : OptionalInt.empty(),
        readOn,
        row.text("source"),
        row.text("confidence"));
  }

  private static Status status(String text) {
    for (Status each : Status.values()) {
      if (each.name().equals(text.toUpperCase(Locale.ROOT).replace(' ', '_'))) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "status: not one of in force, adopted, bill, draft, dropped: " + text);
  }

  /**
   * {@return the change of an id}
   *
   * @param id such as {@code GB-CPB}
   * @throws IllegalArgumentException if there is none
   */
  public LawChange change(String id) {
    Objects.requireNonNull(id, "id");
    return changes.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no such change of law: "
                        + id
                        + "\nMaybe one of "
                        + changes.stream().map(LawChange::id).toList()));
  }

  /**
   * {@return the changes of a country, in the order of the file}
   *
   * @param country two letters of ISO 3166-1, or {@code EU}
   */
  public List<LawChange> ofCountry(String country) {
    Objects.requireNonNull(country, "country");
    return changes.stream().filter(c -> c.country().equals(country)).toList();
  }

  /**
   * {@return the changes that may still become law after a day, in the order of the file}
   *
   * @param day the day
   */
  public List<LawChange> pendingOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return changes.stream().filter(c -> c.isPendingOn(day)).toList();
  }

  /** Such as {@code law of 2026-11-27: 21 changes}. */
  @Override
  public String toString() {
    return "law of " + version + ": " + changes.size() + " changes";
  }
}
