package io.dunning.terms;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a debt can be paid, as a letter states it: where to send money, a link, a mandate, parts. A
 * fact for letters; no decision depends on it. Immutable and thread-safe.
 */
public sealed interface WayToPay extends Serializable {

  /**
   * {@return the answer of a visitor, from the method for this kind of way}
   *
   * @param visitor who answers for every kind
   * @param <R> what the answer is
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * Answers for each kind of way to pay; a new kind has to be answered, too.
   *
   * @param <R> what the answer is
   */
  interface Visitor<R> {
    /**
     * {@return the answer for a {@link Transfer}}
     *
     * @param way the way to pay
     */
    R transfer(Transfer way);

    /**
     * {@return the answer for a {@link CardLink}}
     *
     * @param way the way to pay
     */
    R cardLink(CardLink way);

    /**
     * {@return the answer for a {@link DirectDebit}}
     *
     * @param way the way to pay
     */
    R directDebit(DirectDebit way);

    /**
     * {@return the answer for {@link InInstalments}}
     *
     * @param way the way to pay
     */
    R inInstalments(InInstalments way);
  }

  /**
   * A transfer to a bank account.
   *
   * @param holder who holds the account, not blank
   * @param account an IBAN, without blanks; or the number of an account as its country writes it
   * @param bank the BIC, routing number or name of the bank; empty text if it is not needed
   */
  record Transfer(String holder, String account, String bank) implements WayToPay {
    private static final long serialVersionUID = 1L;
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    /**
     * A transfer.
     *
     * @param holder who holds the account
     * @param account an IBAN, with or without blanks; or another number
     * @param bank the BIC, routing number or name of the bank; empty text if it is not needed
     * @throws IllegalArgumentException if holder or account is blank, or if the account has the
     *     form of an IBAN but its check digits (ISO 13616) are wrong
     */
    public Transfer {
      Objects.requireNonNull(bank, "bank");
      requireText(holder, "holder of the account");
      requireText(account, "account");
      String packed = account.replace(" ", "");
      if (IBAN.matcher(packed).matches()) {
        account = packed;
        if (remainder(packed) != 1) {
          throw new IllegalArgumentException("check digits of the IBAN are wrong: " + account);
        }
      }
    }

    /** The remainder by 97 of an IBAN read as a number, its first four characters at the end. */
    private static int remainder(String iban) {
      StringBuilder digits = new StringBuilder();
      (iban.substring(4) + iban.substring(0, 4))
          .chars()
          .forEach(c -> digits.append(Character.digit(c, 36)));
      return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.transfer(this);
    }

    /** Such as {@code transfer to Nord GmbH, DE89370400440532013000}. */
    @Override
    public String toString() {
      return "transfer to " + holder + ", " + account + (bank.isEmpty() ? "" : ", " + bank);
    }
  }

  /**
   * A page on which the customer pays by card.
   *
   * @param link the address of the page
   */
  record CardLink(URI link) implements WayToPay {
    private static final long serialVersionUID = 1L;

    /**
     * A page.
     *
     * @param link the address of the page
     */
    public CardLink {
      Objects.requireNonNull(link, "link");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cardLink(this);
    }

    /** Such as {@code card at https://pay.example/k-17}. */
    @Override
    public String toString() {
      return "card at " + link;
    }
  }

  /**
   * The customer's permission to collect what is owed from an account.
   *
   * @param mandate the reference of the mandate, not blank
   * @param signedOn when the customer signed it; empty if that is not known
   */
  record DirectDebit(String mandate, Optional<LocalDate> signedOn) implements WayToPay {
    private static final long serialVersionUID = 1L;

    /**
     * A mandate.
     *
     * @param mandate the reference of the mandate
     * @param signedOn when the customer signed it; empty if that is not known
     * @throws IllegalArgumentException if the reference is blank
     */
    public DirectDebit {
      requireText(mandate, "mandate");
      Objects.requireNonNull(signedOn, "signedOn");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.directDebit(this);
    }

    /** Such as {@code direct debit by mandate M-17 of 2026-01-05}. */
    @Override
    public String toString() {
      return "direct debit by mandate " + mandate + signedOn.map(d -> " of " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * Monthly instalments, without asking first.
   *
   * @param most how many at most, 2 or more
   * @param least how much each must come to; empty if there is no minimum
   */
  record InInstalments(int most, Optional<Money> least) implements WayToPay {
    private static final long serialVersionUID = 1L;

    /**
     * Instalments.
     *
     * @param most how many at most
     * @param least how much each must come to; empty if there is no minimum
     * @throws IllegalArgumentException if there are fewer than 2, or the minimum is negative
     */
    public InInstalments {
      Objects.requireNonNull(least, "least");
      if (most < 2 || least.filter(Money::isNegative).isPresent()) {
        throw new IllegalArgumentException(
            "instalments are fewer than 2, or their minimum is negative: "
                + most
                + least.map(m -> " of " + m).orElse(""));
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.inInstalments(this);
    }

    /** Such as {@code up to 6 monthly instalments of at least 50.00 EUR}. */
    @Override
    public String toString() {
      return "up to "
          + most
          + " monthly instalments"
          + least.map(m -> " of at least " + m).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * {@return a transfer to a bank account}
   *
   * @param holder who holds the account
   * @param account an IBAN, or another number
   * @throws IllegalArgumentException if holder or account is blank, or the check digits of the IBAN
   *     are wrong
   */
  static WayToPay transfer(String holder, String account) {
    return new Transfer(holder, account, "");
  }

  /**
   * {@return a page on which the customer pays by card}
   *
   * @param link the address of the page
   * @throws IllegalArgumentException if this is no address
   */
  static WayToPay cardLink(String link) {
    Objects.requireNonNull(link, "link");
    return new CardLink(URI.create(link));
  }

  /**
   * {@return the customer's permission to collect what is owed from an account}
   *
   * @param mandate the reference of the mandate
   * @param signedOn when the customer signed it
   * @throws IllegalArgumentException if the reference is blank
   */
  static WayToPay directDebit(String mandate, LocalDate signedOn) {
    Objects.requireNonNull(signedOn, "signedOn");
    return new DirectDebit(mandate, Optional.of(signedOn));
  }

  /**
   * {@return monthly instalments, without asking first}
   *
   * @param most how many at most, 2 or more
   * @param least how much each must come to
   * @throws IllegalArgumentException if there are fewer than 2, or the minimum is negative
   */
  static WayToPay inInstalments(int most, Money least) {
    Objects.requireNonNull(least, "least");
    return new InInstalments(most, Optional.of(least));
  }

  private static void requireText(String text, String what) {
    Objects.requireNonNull(text, what);
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
  }
}
