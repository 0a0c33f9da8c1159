package io.dunning.event;

import io.dunning.text.TableFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The decline and return codes of card networks, SEPA, Bacs and NACHA that ship with the library,
 * each with the pages that it was read from. The class of a code and the advice on trying again are
 * this library's own proposal: where a scheme or your processor says otherwise, follow them.
 */
public final class FailureCodes {
  private FailureCodes() {}

  /** When another try makes sense, as this library advises. */
  public enum Retry {
    /** At once, after you have mended the fault if it is yours. */
    IMMEDIATELY,
    /** Some days later. */
    LATER,
    /** After the customer has done something: named another account, signed, asked the bank. */
    AFTER_CUSTOMER_ACTS,
    /** Not with this account, card or mandate. */
    NEVER
  }

  /** How well a row is founded. */
  public enum Confidence {
    /** Two or more sources say it. */
    VERIFIED,
    /** One source says it. */
    SECONDARY
  }

  /**
   * A code of a scheme.
   *
   * @param scheme whose code it is, such as {@code SEPA-SDD}
   * @param code the code, such as {@code AM04}
   * @param name what it means, in a few words
   * @param failureClass what kind of failure it is, as this library sorts it
   * @param retry when another try makes sense, as this library advises
   * @param note more about it; may be empty
   * @param source the pages that it was read from
   * @param confidence how well it is founded
   */
  public record FailureCode(
      String scheme,
      String code,
      String name,
      FailureClass failureClass,
      Retry retry,
      String note,
      String source,
      Confidence confidence) {

    /**
     * A code.
     *
     * @param scheme whose code it is
     * @param code the code
     * @param name what it means
     * @param failureClass what kind of failure it is
     * @param retry when another try makes sense
     * @param note more about it; may be empty
     * @param source the pages that it was read from
     * @param confidence how well it is founded
     */
    public FailureCode {
      Objects.requireNonNull(scheme, "scheme");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(failureClass, "failureClass");
      Objects.requireNonNull(retry, "retry");
      Objects.requireNonNull(note, "note");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(confidence, "confidence");
    }

    /** Such as {@code SEPA-SDD AM04: insufficient funds (soft)}. */
    @Override
    public String toString() {
      return scheme + " " + code + ": " + name + " (" + failureClass + ")";
    }
  }

  /**
   * Finds a code. Capital letters do not matter, nor do blanks around it.
   *
   * @param scheme whose code it is, such as {@code SEPA-SDD}, {@code BACS-ARUDD}, {@code NACHA},
   *     {@code STRIPE} or {@code ISO8583}
   * @param code the code
   * @return what is known of it; empty if the table does not have it
   */
  public static Optional<FailureCode> find(String scheme, String code) {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(code, "code");
    return Optional.ofNullable(Table.CODES.get(key(scheme, code)));
  }

  /** {@return all codes of the table, in its order} */
  public static List<FailureCode> all() {
    return List.copyOf(Table.CODES.values());
  }

  private static String key(String scheme, String code) {
    return (scheme.strip() + '\t' + code.strip()).toLowerCase(Locale.ROOT);
  }

  /** Read when first needed. */
  private static final class Table {
    static final Map<String, FailureCode> CODES = Collections.unmodifiableMap(read());

    private static Map<String, FailureCode> read() {
      Map<String, FailureCode> all = new LinkedHashMap<>();
      TableFile.shipped(FailureCodes.class, "failure-codes.tsv")
          .forEach(
              row -> {
                FailureCode code = code(row);
                all.put(key(code.scheme(), code.code()), code);
              });
      return all;
    }

    private static FailureCode code(TableFile.Row row) {
      return new FailureCode(
          row.text("scheme"),
          row.text("code"),
          row.text("name"),
          FailureClass.valueOf(constant(row.text("class"))),
          Retry.valueOf(constant(row.text("retry"))),
          row.text("note"),
          row.text("source"),
          Confidence.valueOf(constant(row.text("confidence"))));
    }

    private static String constant(String cell) {
      return cell.toUpperCase(Locale.ROOT);
    }
  }
}
