package io.dunning.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  private static final int COLUMNS = 8;

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
      for (String line : lines("failure-codes.tsv")) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
          throw new IllegalStateException("a row of the failure codes has gaps: " + line);
        }
        FailureCode code =
            new FailureCode(
                cells[0],
                cells[1],
                cells[2],
                FailureClass.valueOf(constant(cells[3])),
                Retry.valueOf(constant(cells[4])),
                cells[5],
                cells[6],
                Confidence.valueOf(constant(cells[7])));
        all.put(key(code.scheme(), code.code()), code);
      }
      return all;
    }

    private static String constant(String cell) {
      return cell.toUpperCase(Locale.ROOT);
    }

    /** The rows of a file beside this class, without its head. */
    private static List<String> lines(String file) {
      InputStream resource = FailureCodes.class.getResourceAsStream(file);
      if (resource == null) {
        throw new IllegalStateException("the library lacks its file " + file);
      }
      List<String> rows = new ArrayList<>();
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
        in.readLine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          rows.add(line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return rows;
    }
  }
}
