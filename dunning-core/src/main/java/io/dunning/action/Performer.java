package io.dunning.action;

import io.dunning.money.Percentage;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Who carries out a step. Immutable and thread-safe.
 *
 * @param kind in which capacity
 * @param name the name of a lawyer or an agency; empty text if the kind says enough
 * @param commission the share of the money collected that the performer keeps, from 0% to 100%;
 *     empty if there is none, or if it is not known
 */
public record Performer(Kind kind, String name, Optional<Percentage> commission)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The creditor's own people who deal with receivables. */
  public static final Performer IN_HOUSE = new Performer(Kind.IN_HOUSE, "", Optional.empty());

  /** The creditor's own sales people. */
  public static final Performer SALES = new Performer(Kind.SALES, "", Optional.empty());

  /** In which capacity somebody carries out a step. */
  public enum Kind {
    /** The creditor's own people who deal with receivables. */
    IN_HOUSE,
    /** The creditor's own sales people. */
    SALES,
    /** A lawyer whom the creditor instructs. */
    LAWYER,
    /** A collection agency. */
    AGENCY;

    /** Such as {@code in house}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A performer.
   *
   * @param kind in which capacity
   * @param name the name; empty text if the kind says enough
   * @param commission the share of the money collected that the performer keeps; empty if there is
   *     none
   * @throws IllegalArgumentException if the commission is not between 0% and 100%
   */
  public Performer {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(commission, "commission");
    boolean wrong =
        commission
            .map(Percentage::value)
            .filter(c -> c.signum() < 0 || c.compareTo(HUNDRED) > 0)
            .isPresent();
    if (wrong) {
      throw new IllegalArgumentException(
          "commission is not between 0% and 100%: " + commission.get());
    }
  }

  /**
   * {@return a lawyer whom the creditor instructs}
   *
   * @param name the name
   */
  public static Performer lawyer(String name) {
    return new Performer(Kind.LAWYER, name, Optional.empty());
  }

  /**
   * {@return a collection agency}
   *
   * @param name the name
   */
  public static Performer agency(String name) {
    return new Performer(Kind.AGENCY, name, Optional.empty());
  }

  /**
   * {@return this performer with a commission}
   *
   * @param share the share of the money collected that the performer keeps, from 0% to 100%
   * @throws IllegalArgumentException if the commission is not between 0% and 100%
   */
  public Performer forCommission(Percentage share) {
    Objects.requireNonNull(share, "share");
    return new Performer(kind, name, Optional.of(share));
  }

  /**
   * Reads a performer in the words in which performers print: {@code in house}, {@code lawyer Dr.
   * Weber}, {@code agency Kern for 18%}. A name can stand in double quotes, and needs them if it
   * contains {@code and}, {@code or}, {@code if} or {@code not}, brackets, commas or quotes, or
   * ends like a commission.
   *
   * @param text the performer in words
   * @return the performer
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  public static Performer parse(String text) {
    return PerformerGrammar.PERFORMERS.parse(Objects.requireNonNull(text, "text"));
  }

  /** Such as {@code agency Kern for 18%}, or {@code in house}. */
  @Override
  public String toString() {
    return PerformerGrammar.words(this);
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
