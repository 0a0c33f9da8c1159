package io.dunning.law;

import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.money.Money;
import io.dunning.text.TableFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A status of an electronic invoice, and what it means for the debt.
 *
 * <p>The library ships the statuses of the French life cycle ({@code FR-CDV}, with {@code
 * FR-CDV-REASON}), of the Peppol invoice response ({@code PEPPOL-IMR}, with {@code PEPPOL-REASON}
 * and {@code PEPPOL-ACTION}) and of the Italian exchange system ({@code IT-SDI}). Codes and names
 * come from their sources. <b>What a status means for the debt is our proposal</b>; no source says
 * so. A status of uncertain meaning means {@link Meaning#NONE}, and {@link #whyNothing} says why.
 * Immutable and thread-safe.
 *
 * @param scheme to which list the code belongs, such as {@code FR-CDV}
 * @param code the code
 * @param name what it is called, with a translation
 * @param means what it means for the debt
 * @param whyNothing why it means nothing; empty if it means something
 * @param note what else is known of it
 * @param source who says so
 * @param confidence how sure the code and its name are: {@code verified} or {@code
 *     verified-secondary}
 */
public record EInvoiceStatus(
    String scheme,
    String code,
    String name,
    Meaning means,
    String whyNothing,
    String note,
    String source,
    String confidence) {

  /** What a status means for the debt. */
  public enum Meaning {
    /** The buyer can read the invoice: it arrived. */
    DELIVERED,
    /** The buyer works on the invoice or approved it, so that it arrived. */
    ACKNOWLEDGED,
    /** The invoice did not reach the buyer. */
    NOT_DELIVERED,
    /** The buyer contests all of the invoice. */
    DISPUTE,
    /** The buyer contests a part of the invoice. */
    DISPUTE_PART,
    /** The buyer waits for something from the seller. */
    HOLD,
    /** The buyer says that money is on its way. */
    PROMISE,
    /** The invoice is cancelled. */
    VOID,
    /** Nothing that the ledger should know, or nothing certain. */
    NONE
  }

  /**
   * A status.
   *
   * @param scheme to which list the code belongs
   * @param code the code
   * @param name what it is called
   * @param means what it means for the debt
   * @param whyNothing why it means nothing; empty if it means something
   * @param note what else is known of it
   * @param source who says so
   * @param confidence how sure the code and its name are
   */
  public EInvoiceStatus {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(means, "means");
    Objects.requireNonNull(whyNothing, "whyNothing");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(confidence, "confidence");
  }

  /** {@return the statuses that come with the library, in the order of their file} */
  public static List<EInvoiceStatus> shipped() {
    return Shipped.ALL;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final List<EInvoiceStatus> ALL =
        of(TableFile.shipped(EInvoiceStatus.class, "einvoice-statuses.tsv"));
  }

  /**
   * {@return a status that comes with the library; empty if it is not known}
   *
   * @param scheme such as {@code FR-CDV}
   * @param code such as {@code 207}
   */
  public static Optional<EInvoiceStatus> of(String scheme, String code) {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(code, "code");
    return shipped().stream()
        .filter(s -> s.scheme.equals(scheme) && s.code.equals(code))
        .findFirst();
  }

  /**
   * Reads statuses: tab separated lines, of which the first one is {@code version} and the version,
   * and the second one names the columns {@code scheme}, {@code code}, {@code name}, {@code means},
   * {@code whyNothing}, {@code note}, {@code source} and {@code confidence}.
   *
   * @param text the text of a file
   * @return the statuses in the order of the file
   * @throws IllegalArgumentException if it cannot be read; the message names every line with a
   *     problem
   */
  public static List<EInvoiceStatus> parse(String text) {
    return of(TableFile.parse(Objects.requireNonNull(text, "text")));
  }

  private static List<EInvoiceStatus> of(TableFile file) {
    List<EInvoiceStatus> all = new ArrayList<>();
    file.forEach(
        row ->
            all.add(
                new EInvoiceStatus(
                    row.text("scheme"),
                    row.text("code"),
                    row.text("name"),
                    meaning(row.text("means")),
                    row.text("whyNothing"),
                    row.text("note"),
                    row.text("source"),
                    row.text("confidence"))));
    return List.copyOf(all);
  }

  private static Meaning meaning(String text) {
    for (Meaning each : Meaning.values()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    throw new IllegalArgumentException("means: not one of " + List.of(Meaning.values()));
  }

  /**
   * The event that a ledger should record for the status. A dispute of a part of which the amount
   * is not known contests the whole, so that nobody is chased for what is contested.
   *
   * @param day the day of the status
   * @return the event; empty if the status means nothing
   */
  public Optional<LedgerEvent> event(LocalDate day) {
    return event(day, Optional.empty());
  }

  /**
   * As {@link #event(LocalDate)}, if it is known how much is contested.
   *
   * @param day the day of the status
   * @param contested how much of the invoice the buyer does not accept; only a dispute of a part
   *     looks at it
   * @return the event; empty if the status means nothing
   */
  public Optional<LedgerEvent> event(LocalDate day, Money contested) {
    Objects.requireNonNull(contested, "contested");
    return event(day, Optional.of(contested));
  }

  private Optional<LedgerEvent> event(LocalDate day, Optional<Money> contested) {
    Objects.requireNonNull(day, "day");
    String reason = scheme + " " + code + " " + name;
    return switch (means) {
      case DELIVERED, ACKNOWLEDGED -> Optional.of(LedgerEvent.delivered(day));
      case NOT_DELIVERED -> Optional.of(LedgerEvent.notDelivered(day));
      case DISPUTE -> Optional.of(LedgerEvent.dispute(day, reason));
      case DISPUTE_PART ->
          Optional.of(
              contested
                  .map(m -> LedgerEvent.dispute(day, m, reason))
                  .orElseGet(() -> LedgerEvent.dispute(day, reason)));
      case HOLD -> Optional.of(LedgerEvent.hold(day, reason));
      case PROMISE -> Optional.of(LedgerEvent.customerReplied(day, Reply.PROMISES));
      case VOID -> Optional.of(LedgerEvent.voided(day));
      case NONE -> Optional.empty();
    };
  }

  /** Such as {@code FR-CDV 207 en litige (disputed)}. */
  @Override
  public String toString() {
    return scheme + " " + code + " " + name;
  }
}
