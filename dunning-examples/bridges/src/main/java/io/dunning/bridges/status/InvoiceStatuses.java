package io.dunning.bridges.status;

import io.dunning.event.LedgerEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codes of electronic invoicing in France, Peppol and Italy, and the event that each calls for.
 *
 * <p>The meaning of the codes was read in the sources that {@link #meanings} name; which event they
 * call for is a proposal of this library. What is uncertain calls for none, and says {@linkplain
 * StatusMeaning#whyNothing why}. A status that needs a day that the message does not carry gives no
 * event, and the answer says what is missing. Immutable and thread-safe.
 */
public final class InvoiceStatuses {
  private static final String TABLE = "statuses.tsv";

  /** Statuses for which the reason says what they come to. */
  private static final Set<String> OPEN =
      Set.of("FR-CDV 206", "FR-CDV 207", "FR-CDV 208", "PEPPOL-IMR UQ", "PEPPOL-IMR CA");

  /** What a reason may make of such a status, the gravest first. */
  private static final Set<StatusEffect> BY_REASON =
      EnumSet.of(
          StatusEffect.NOT_DELIVERED,
          StatusEffect.DISPUTE,
          StatusEffect.DISPUTE_PART,
          StatusEffect.HOLD);

  private static final InvoiceStatuses SHIPPED = new InvoiceStatuses(read());

  private final Map<String, StatusMeaning> meanings;

  private InvoiceStatuses(Map<String, StatusMeaning> meanings) {
    this.meanings = meanings;
  }

  /** {@return the table that comes with this library} */
  public static InvoiceStatuses shipped() {
    return SHIPPED;
  }

  private static Map<String, StatusMeaning> read() {
    Map<String, StatusMeaning> all = new LinkedHashMap<>();
    try (InputStream in = InvoiceStatuses.class.getResourceAsStream(TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(cell -> all.put(key(cell[0], cell[1]), meaning(cell)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + TABLE, e);
    }
    return Collections.unmodifiableMap(all);
  }

  private static StatusMeaning meaning(String... cell) {
    StatusEffect effect = StatusEffect.valueOf(cell[3].toUpperCase(Locale.ROOT));
    return new StatusMeaning(cell[0], cell[1], cell[2], effect, cell[4], cell[5], cell[6], cell[7]);
  }

  private static String key(String scheme, String code) {
    return scheme + " " + code;
  }

  /** {@return all codes, those of reasons and of asked actions, too, in the order of the table} */
  public Collection<StatusMeaning> meanings() {
    return meanings.values();
  }

  /**
   * {@return what a status means; empty if the table does not know the code}
   *
   * @param scheme who defines the code
   * @param code the code
   */
  public Optional<StatusMeaning> meaning(StatusScheme scheme, String code) {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(code, "code");
    return Optional.ofNullable(meanings.get(key(scheme.toString(), code)));
  }

  /**
   * {@return the event that a status calls for, or why there is none}
   *
   * <p>If the status leaves open what the buyer wants (206, 207, 208, under query, conditionally
   * accepted), the gravest of its reasons decides between a dispute, a part of one, a hold and a
   * failed delivery.
   *
   * @param message the status
   */
  public StatusAnswer answer(StatusMessage message) {
    Objects.requireNonNull(message, "message");
    List<StatusMeaning> reasons = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String each : message.reasons()) {
      Optional<StatusMeaning> found = reason(message.scheme(), each);
      found.ifPresentOrElse(reasons::add, () -> unknown.add(each));
    }
    Optional<StatusMeaning> status = meaning(message.scheme(), message.code());
    if (status.isEmpty()) {
      return new StatusAnswer(
          Optional.empty(),
          StatusEffect.NONE,
          Optional.of("no such status of " + message.scheme() + ": " + message.code()),
          unknown);
    }
    StatusEffect effect = effect(status.get(), reasons);
    return new Answering(message, effect, words(status.get(), reasons, message.remark()))
        .answer(unknown);
  }

  private Optional<StatusMeaning> reason(StatusScheme scheme, String code) {
    String network = scheme.toString().split("-")[0];
    List<String> lists =
        scheme == StatusScheme.FR_CDV
            ? List.of(scheme + "-REASON")
            : List.of(network + "-REASON", network + "-ACTION");
    return lists.stream().map(l -> meanings.get(key(l, code))).filter(m -> m != null).findFirst();
  }

  private static StatusEffect effect(StatusMeaning status, List<StatusMeaning> reasons) {
    if (!OPEN.contains(key(status.scheme(), status.code()))) {
      return status.effect();
    }
    return reasons.stream()
        .map(StatusMeaning::effect)
        .filter(BY_REASON::contains)
        .min(Comparator.naturalOrder())
        .orElse(status.effect());
  }

  /** Such as {@code under query: prices incorrect: we agreed on 90.00}. */
  private static String words(StatusMeaning status, List<StatusMeaning> reasons, String remark) {
    String why = reasons.stream().map(StatusMeaning::name).collect(Collectors.joining(", "));
    return Stream.of(status.name(), why, remark.strip())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(": "));
  }

  /** Makes the event for an effect. */
  private record Answering(StatusMessage message, StatusEffect effect, String words) {

    StatusAnswer answer(List<String> unknown) {
      LocalDate date = message.date();
      return switch (effect) {
        case NONE -> new StatusAnswer(Optional.empty(), effect, Optional.empty(), unknown);
        case DELIVERED, ACKNOWLEDGED -> of(LedgerEvent.delivered(date), unknown);
        case NOT_DELIVERED -> of(LedgerEvent.notDelivered(date), unknown);
        case DISPUTE -> of(LedgerEvent.dispute(date, words).by("buyer"), unknown);
        case DISPUTE_PART -> part(unknown);
        case HOLD -> of(LedgerEvent.hold(date, words), unknown);
        case PROMISE -> promise(unknown);
        case VOID -> of(LedgerEvent.voided(date), unknown);
      };
    }

    private StatusAnswer part(List<String> unknown) {
      if (message.amount().isPresent()) {
        return of(
            LedgerEvent.dispute(message.date(), message.amount().get(), words).by("buyer"),
            unknown);
      }
      return new StatusAnswer(
          Optional.of(LedgerEvent.dispute(message.date(), words).by("buyer")),
          effect,
          Optional.of(
              "message does not say how much is contested: all of it counts as contested"
                  + "\nMaybe ask the buyer"),
          unknown);
    }

    private StatusAnswer promise(List<String> unknown) {
      if (message.until().isEmpty() || message.until().get().isBefore(message.date())) {
        return gap(
            "message does not say by when the payment arrives"
                + "\nMaybe give the day by which you expect it",
            unknown);
      }
      LocalDate until = message.until().get();
      return of(
          message.amount().isPresent()
              ? LedgerEvent.promise(message.date(), message.amount().get(), until)
              : LedgerEvent.promise(message.date(), until),
          unknown);
    }

    private StatusAnswer of(LedgerEvent event, List<String> unknown) {
      return new StatusAnswer(Optional.of(event), effect, Optional.empty(), unknown);
    }

    private StatusAnswer gap(String why, List<String> unknown) {
      return new StatusAnswer(Optional.empty(), effect, Optional.of(why), unknown);
    }
  }
}
