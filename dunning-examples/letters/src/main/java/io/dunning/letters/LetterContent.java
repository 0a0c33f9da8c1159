package io.dunning.letters;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Discounts;
import io.dunning.money.Money;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.immutables.value.Value;

/**
 * Everything that a letter says, without a language: who writes to whom, about what, how much, by
 * when, how to pay, and what comes next. {@link LetterComposer} works it out; {@link Letters} puts
 * it into words, and adds nothing to it. Two contents are equal if they say the same. Immutable and
 * thread-safe.
 */
@Value.Immutable
public abstract class LetterContent {
  LetterContent() {}

  /** {@return what the letter is for} */
  public abstract LetterKind kind();

  /** {@return how it speaks: the tone of the step, or the usual one of its kind} */
  public abstract Tone tone();

  /** {@return the name of the step in the policy; empty text without one} */
  public abstract String step();

  /** {@return the number of the notice in the policy, from 1; empty for any other letter} */
  public abstract OptionalInt noticeNumber();

  /** {@return the day of the letter} */
  public abstract LocalDate date();

  /** {@return who writes} */
  public abstract Sender sender();

  /** {@return who gets the letter, and where} */
  public abstract Recipient recipient();

  /**
   * What the customer writes on a transfer, so that the payment is matched.
   *
   * @return the invoice number, or the customer's id if there are several invoices
   */
  public abstract String reference();

  /** {@return the invoices that the letter asks for, in the order of the document} */
  public abstract List<LetterItem> items();

  /** {@return open invoices that are listed and not asked for: they are not due, or held} */
  public abstract List<LetterItem> forInformation();

  /** {@return the sums, one a currency; none for thanks} */
  public abstract List<Total> totals();

  /** {@return what is to be paid, one amount a currency, without zeros} */
  public List<Money> toPay() {
    return totals().stream().map(Total::toPay).filter(m -> !m.isZero()).toList();
  }

  /**
   * {@return what is asked for before charges and credits, one amount a currency, without zeros}
   */
  public List<Money> debt() {
    return totals().stream().map(Total::asked).filter(m -> !m.isZero()).toList();
  }

  /** {@return whether the policy charges interest, though perhaps none has accrued yet} */
  public abstract boolean interestAgreed();

  /**
   * {@return how much interest each further day adds at the rates of the day of the letter, one
   * amount a currency; none if no interest accrues}
   */
  public abstract List<Money> interestPerDay();

  /** {@return whether interest goes on until the customer pays} */
  public abstract boolean interestRuns();

  /** {@return the last day to pay that the step grants, included; empty if it grants none} */
  public abstract Optional<LocalDate> deadline();

  /** {@return how the customer can pay: what was agreed with the customer first} */
  public abstract List<WayToPay> waysToPay();

  /** {@return the steps about these invoices that were taken before, by day} */
  public abstract List<Earlier> earlier();

  /** {@return the discounts that the customer can still take, by invoice number} */
  @Value.NaturalOrder
  public abstract SortedMap<String, Discounts.Offered> discounts();

  /** {@return the offers to settle that the letter makes} */
  public abstract List<SettlementQuote> settlements();

  /** {@return the payment plans that the letter proposes} */
  public abstract List<PaymentPlan> plans();

  /**
   * {@return the sum of the promises that are confirmed, and their last day; empty for any other
   * letter}
   */
  public abstract Optional<DatedAmounts> promised();

  /** {@return the promises that are confirmed, one by one; none for any other letter} */
  public abstract List<PromisedPart> promises();

  /** {@return what is owed beside the promises, fees and interest included} */
  public abstract List<Money> notPromised();

  /** {@return what was paid and when, for thanks; empty for any other letter} */
  public abstract Optional<DatedAmounts> paid();

  /** {@return what is left of the invoices that a payment was made for; none for other letters} */
  public abstract List<Money> stillOpen();

  /**
   * What happens with the step of the letter itself.
   *
   * @return that supplies stop, an agency takes over, or a court is asked; empty for other steps
   */
  public abstract Optional<Consequence.Kind> effect();

  /**
   * What the policy does next if nobody pays.
   *
   * @return the step; empty if the letter says nothing of it: the policy has no further step that
   *     is announced, the tone is friendly, a restriction is in force, or a rule forbids it
   */
  public abstract Optional<Consequence> consequence();

  /** {@return the notices that law requires in this letter} */
  public abstract List<RequiredNotice> notices();

  /** {@return the debts as Regulation F has them itemised; none unless it requires that} */
  public abstract List<Validation> validations();

  /** {@return the day of the collector's first letter; empty in that letter, and for creditors} */
  public abstract Optional<LocalDate> firstLetter();

  /**
   * The last day on which a consumer in the United States can dispute the debt with a collector.
   * Until then a letter sets no last day to pay and announces nothing (12 CFR 1006.38(b)).
   *
   * @return the day, included; empty after it and for any other letter
   */
  public abstract Optional<LocalDate> disputeBy();

  /** {@return since when the oldest invoice is due; empty if none is listed} */
  public Optional<LocalDate> dueSince() {
    return items().stream().map(LetterItem::due).min(LocalDate::compareTo);
  }

  /** {@return whether anything that the letter asks for is past its due date} */
  public boolean isOverdue() {
    return items().stream().anyMatch(i -> i.daysPastDue() > 0);
  }

  /** Whether this is a word before the due date. */
  boolean isUpcoming() {
    return kind() == LetterKind.REMINDER && !isOverdue();
  }

  /** Whether a plan is proposed that has one part only, as for a debt below the minimum. */
  boolean isSinglePart() {
    return !plans().isEmpty() && plans().stream().allMatch(p -> p.instalments().size() == 1);
  }

  /**
   * The name of a file for this letter. It has only letters of the English alphabet, digits,
   * points, hyphens and underscores, whatever the names of customer and invoices are. Where it does
   * not show all of a customer's id and the reference, it ends with a number made from them, so
   * that the letters of two customers never have one name.
   *
   * @param extension such as {@code pdf}
   * @return such as {@code 2026-06-14_notice_C-7_INV-7.pdf}
   * @throws IllegalArgumentException if the extension has neither a letter nor a digit
   */
  public String fileName(String extension) {
    return PlainText.fileName(
        List.of(date().toString(), kind().key(), recipient().customer(), reference()), extension);
  }

  /** The content line by line, for tests and logs; it has no stable form. */
  @Override
  public String toString() {
    return ContentText.of(this);
  }

  /**
   * The sum of a letter in one currency, as the document states it. Immutable and thread-safe.
   *
   * @param listed what is open on the invoices that the letter asks for
   * @param disputed what of that is not asked for because the customer disputes it
   * @param apart what of that is not asked for for another reason: it is promised, held or not due
   * @param fees fees on these invoices, without the fixed sums
   * @param compensation fixed sums that a law grants for late payment of these invoices
   * @param interest interest on these invoices
   * @param credits what the customer has to their credit
   * @param netted whether credits are taken off what is to be paid
   * @param toPay what is to be paid
   */
  public record Total(
      Money listed,
      Money disputed,
      Money apart,
      Money fees,
      Money compensation,
      Money interest,
      Money credits,
      boolean netted,
      Money toPay) {

    /** {@return what of the credits is taken off, which is never more than what is asked for} */
    public Money creditsTaken() {
      return asked().plus(fees).plus(compensation).plus(interest).minus(toPay);
    }

    /** {@return what is asked for of the invoices, before charges and credits} */
    public Money asked() {
      return listed.minus(disputed).minus(apart);
    }
  }

  /**
   * A step about the same invoices that was taken before. Immutable and thread-safe.
   *
   * @param date the day
   * @param step the name of the step in the policy; letters do not show it
   * @param channel how the customer was reached
   */
  public record Earlier(LocalDate date, String step, Optional<Channel> channel) {

    /** Whether the customer got something to read. */
    boolean isWritten() {
      return channel.filter(c -> c != Channel.PHONE && c != Channel.VISIT).isPresent();
    }
  }

  /**
   * An amount and its day: what the customer promised to pay, or paid. Immutable and thread-safe.
   *
   * @param amounts how much, one amount a currency
   * @param on the last day of the promise, or the day of the payment
   */
  public record DatedAmounts(List<Money> amounts, LocalDate on) {}

  /**
   * What a customer promised to pay for one invoice, or for the account. Immutable and thread-safe.
   *
   * @param invoice the invoice number; empty text for a promise about the account
   * @param amount how much of what is owed
   * @param on the last day of the promise
   */
  public record PromisedPart(String invoice, Money amount, LocalDate on) {}

  /**
   * How a debt came about since its itemisation date, as Regulation F asks of collectors (12 CFR
   * 1006.34(c)(2)). The lines add up: {@code then + interest + fees - payments - credits = now}.
   * Immutable and thread-safe.
   *
   * @param invoice the invoice number
   * @param itemisedOn the itemisation date: the day of the invoice
   * @param then the amount on that day
   * @param interest interest since then
   * @param fees fees since then
   * @param payments payments since then
   * @param credits credits since then, discounts and what was given up included
   * @param now the amount on the day of the letter
   * @param endsOn the last day of the validation period: 30 days after the letter is taken to have
   *     arrived, which is five business days after it was sent (12 CFR 1006.34(b)(5))
   */
  public record Validation(
      String invoice,
      LocalDate itemisedOn,
      Money then,
      Money interest,
      Money fees,
      Money payments,
      Money credits,
      Money now,
      LocalDate endsOn) {}

  /**
   * Who gets a letter. Immutable and thread-safe.
   *
   * @param customer the customer's id
   * @param name the customer's name
   * @param kind who owes, as far as the law asks; empty if it is not known
   * @param country the customer's country; empty text if it is not known
   * @param person the contact person whom the letter addresses; empty text for the customer as such
   * @param address where the letter goes
   */
  public record Recipient(
      String customer,
      String name,
      Optional<Customer.Kind> kind,
      String country,
      String person,
      PostalAddress address) {

    /** {@return whether the customer is a natural person outside business} */
    public boolean isConsumer() {
      return kind.filter(k -> k == Customer.Kind.CONSUMER).isPresent();
    }
  }
}
