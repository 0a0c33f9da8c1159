package io.dunning.letters;

import io.dunning.action.Tone;
import io.dunning.ledger.Discounts;
import io.dunning.money.Money;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a letter says, without a language: who writes to whom, about what, how much, by
 * when, how to pay, and what comes next. {@link LetterComposer} works it out; {@link Letters} puts
 * it into words, and adds nothing to it. Immutable and thread-safe.
 */
public final class LetterContent {
  private final LetterDraft from;
  private final SortedMap<String, Discounts.Offered> discounts;

  LetterContent(LetterDraft draft) {
    from = draft;
    discounts = Collections.unmodifiableSortedMap(new TreeMap<>(draft.discounts));
  }

  /** {@return what the letter is for} */
  public LetterKind kind() {
    return from.kind;
  }

  /** {@return how it speaks: the tone of the step, or the usual one of its kind} */
  public Tone tone() {
    return from.tone;
  }

  /** {@return the name of the step in the policy; empty text without one} */
  public String step() {
    return from.step;
  }

  /** {@return the day of the letter} */
  public LocalDate date() {
    return from.date;
  }

  /** {@return who writes} */
  public Sender sender() {
    return from.sender;
  }

  /** {@return who gets the letter, and where} */
  public Recipient recipient() {
    return from.recipient;
  }

  /**
   * What the customer writes on a transfer, so that the payment is matched.
   *
   * @return the invoice number, or the customer's id if there are several invoices
   */
  public String reference() {
    return from.reference;
  }

  /** {@return the invoices that the letter asks for, in the order of the document} */
  public List<LetterItem> items() {
    return List.copyOf(from.items);
  }

  /** {@return open invoices that are listed and not asked for: they are not due, or held} */
  public List<LetterItem> forInformation() {
    return List.copyOf(from.forInformation);
  }

  /** {@return the sums, one a currency; none for thanks} */
  public List<LetterTotal> totals() {
    return List.copyOf(from.totals);
  }

  /** {@return what is to be paid, one amount a currency, without zeros} */
  public List<Money> toPay() {
    return from.totals.stream().map(LetterTotal::toPay).filter(m -> !m.isZero()).toList();
  }

  /**
   * {@return what is asked for before charges and credits, one amount a currency, without zeros}
   */
  public List<Money> debt() {
    return from.totals.stream().map(LetterTotal::asked).filter(m -> !m.isZero()).toList();
  }

  /** {@return whether the policy charges interest, though perhaps none has accrued yet} */
  public boolean interestAgreed() {
    return from.interestAgreed;
  }

  /**
   * {@return how much interest each further day adds at the rates of the day of the letter, one
   * amount a currency; none if no interest accrues}
   */
  public List<Money> interestPerDay() {
    return List.copyOf(from.interestPerDay);
  }

  /** {@return whether interest goes on until the customer pays} */
  public boolean interestRuns() {
    return from.interestRuns;
  }

  /** {@return the last day to pay that the step grants, included; empty if it grants none} */
  public Optional<LocalDate> deadline() {
    return from.deadline;
  }

  /** {@return how the customer can pay: what was agreed with the customer first} */
  public List<WayToPay> waysToPay() {
    return List.copyOf(from.waysToPay);
  }

  /** {@return the steps about these invoices that were taken before, by day} */
  public List<EarlierContact> earlier() {
    return List.copyOf(from.earlier);
  }

  /** {@return the discounts that the customer can still take, by invoice number} */
  public SortedMap<String, Discounts.Offered> discounts() {
    return discounts;
  }

  /** {@return the offers to settle that the letter makes} */
  public List<SettlementQuote> settlements() {
    return List.copyOf(from.settlements);
  }

  /** {@return the payment plans that the letter proposes} */
  public List<PaymentPlan> plans() {
    return List.copyOf(from.plans);
  }

  /**
   * {@return the sum of the promises that are confirmed, and their last day; empty for any other
   * letter}
   */
  public Optional<Promised> promised() {
    return from.promised;
  }

  /** {@return the promises that are confirmed, one by one; none for any other letter} */
  public List<PromisedPart> promises() {
    return List.copyOf(from.promises);
  }

  /** {@return what is owed beside the promises, fees and interest included} */
  public List<Money> notPromised() {
    return List.copyOf(from.notPromised);
  }

  /** {@return what was paid and when, for thanks; empty for any other letter} */
  public Optional<Promised> paid() {
    return from.paid;
  }

  /** {@return what is left of the invoices that a payment was made for; none for other letters} */
  public List<Money> stillOpen() {
    return List.copyOf(from.stillOpen);
  }

  /**
   * What happens with the step of the letter itself.
   *
   * @return that supplies stop, an agency takes over, or a court is asked; empty for other steps
   */
  public Optional<Consequence.Kind> effect() {
    return from.effect;
  }

  /**
   * What the policy does next if nobody pays.
   *
   * @return the step; empty if the letter says nothing of it: the policy has no further step that
   *     is announced, the tone is friendly, a restriction is in force, or a rule forbids it
   */
  public Optional<Consequence> consequence() {
    return from.consequence;
  }

  /** {@return the notices that law requires in this letter} */
  public List<RequiredNotice> notices() {
    return List.copyOf(from.notices);
  }

  /** {@return the debts as Regulation F has them itemised; none unless it requires that} */
  public List<Validation> validations() {
    return List.copyOf(from.validations);
  }

  /** {@return the day of the collector's first letter; empty in that letter, and for creditors} */
  public Optional<LocalDate> firstLetter() {
    return from.firstLetter;
  }

  /**
   * The last day on which a consumer in the United States can dispute the debt with a collector.
   * Until then a letter sets no last day to pay and announces nothing (12 CFR 1006.38(b)).
   *
   * @return the day, included; empty after it and for any other letter
   */
  public Optional<LocalDate> disputeBy() {
    return from.disputeBy;
  }

  /** {@return since when the oldest invoice is due; empty if none is listed} */
  public Optional<LocalDate> dueSince() {
    return from.items.stream().map(LetterItem::due).min(LocalDate::compareTo);
  }

  /** {@return whether anything that the letter asks for is past its due date} */
  public boolean isOverdue() {
    return from.items.stream().anyMatch(i -> i.daysPastDue() > 0);
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
}
