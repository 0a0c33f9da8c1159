package io.dunning.evaluation;

import io.dunning.calendar.Days;
import io.dunning.event.PaymentMethod;
import io.dunning.event.Restriction;
import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What keeps a debt back: the hold, dispute, promise, plan, offer, restriction or condition that
 * lasts longest, or money that may be under way. Immutable and thread-safe.
 */
public sealed interface HoldReason extends Reason {

  @Override
  default <R> R accept(Visitor<R> visitor) {
    return visitor.hold(this);
  }

  @Override
  default Rule rule() {
    return Rule.HELD;
  }

  /**
   * Someone placed a hold.
   *
   * @param why why, in the user's words
   * @param until the last day, included
   */
  record OnHold(String why, Optional<LocalDate> until) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return until.flatMap(Reasons::dayAfter);
    }

    @Override
    public String toString() {
      return "on hold"
          + (why.isBlank() ? "" : " (" + why + ")")
          + until.map(d -> " through " + d).orElse(", without an end");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The customer contests the debt.
   *
   * @param why why, in the user's words
   * @param since the day since which
   */
  record Disputed(String why, LocalDate since) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "disputed since " + since + (why.isBlank() ? "" : " (" + why + ")");
    }
  }

  /**
   * The customer won a dispute, and the creditor has not credited its amount.
   *
   * @param why why the debt was contested, in the user's words
   * @param wonOn the day on which the dispute ended
   * @param amount what is to be credited
   */
  record CreditNoteOwed(String why, LocalDate wonOn, Money amount) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "the customer won the dispute"
          + (why.isBlank() ? "" : " (" + why + ")")
          + " on "
          + wonOn
          + ": a credit note of "
          + amount
          + " is owed";
    }
  }

  /**
   * The customer promised to pay.
   *
   * @param until the last day, included
   * @param lastDay the last day on which it holds, tolerance included, as far as the patience of
   *     the policy goes
   */
  record Promised(LocalDate until, LocalDate lastDay) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(lastDay);
    }

    @Override
    public String toString() {
      return "payment promised by "
          + until
          + (lastDay.isBefore(until) ? ", waited for only through " + lastDay : "")
          + (lastDay.isAfter(until) ? ", tolerated through " + lastDay : "");
    }
  }

  /**
   * A payment plan is kept so far.
   *
   * @param agreedOn the day of the plan
   * @param next the earliest instalment that is not paid
   * @param lastDay the last day on which it can be paid, cure period included; or the last on which
   *     the plan holds, as far as the patience of the policy goes
   */
  record InPlan(LocalDate agreedOn, Instalment next, LocalDate lastDay) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(lastDay);
    }

    @Override
    public String toString() {
      return "payment plan of "
          + agreedOn
          + " is kept, next "
          + next
          + (lastDay.isBefore(next.due()) ? ", waited for only through " + lastDay : "")
          + (lastDay.isAfter(next.due()) ? ", to be cured through " + lastDay : "");
    }
  }

  /**
   * A settlement was kept; the rest is not chased any more.
   *
   * @param agreedOn the day on which it was agreed
   * @param keptOn the day of the last payment it asked for
   */
  record Settled(LocalDate agreedOn, LocalDate keptOn) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "settled on " + keptOn + " as agreed on " + agreedOn + "; the rest is to be credited";
    }
  }

  /**
   * An offer to settle stands.
   *
   * @param amount what would settle the debt
   * @param on the day of the offer
   * @param until the last day, included
   */
  record SettlementOffered(Money amount, LocalDate on, LocalDate until) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(until);
    }

    @Override
    public String toString() {
      return "settlement for " + amount + " offered on " + on + ", stands until " + until;
    }
  }

  /**
   * A restriction is in force, and no step that is left may be taken during it: a person has to
   * decide.
   *
   * @param restriction what happened
   * @param note more about it
   * @param since the first day
   * @param until the last day, included; empty without an end
   */
  record Restricted(
      Restriction restriction, String note, LocalDate since, Optional<LocalDate> until)
      implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return until.flatMap(Reasons::dayAfter);
    }

    @Override
    public String toString() {
      return restriction
          + (note.isBlank() ? "" : " (" + note + ")")
          + " since "
          + since
          + until.map(d -> " through " + d).orElse("")
          + ": a person has to decide";
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The invoice was not delivered, so it is not chased.
   *
   * @param since the day on which that became known
   */
  record NotDelivered(LocalDate since) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "the invoice did not arrive, known since " + since;
    }
  }

  /**
   * A condition of the policy holds everything back.
   *
   * @param condition the condition, in words
   */
  record HeldWhile(String condition) implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "held while: " + condition;
    }
  }

  /**
   * A receipt that is not booked may be the payment that a step asks for.
   *
   * @param step the name of the step
   * @param amount how much came in
   * @param from who sent it; empty text if that is not known
   * @param on the day on which it was proposed
   * @param others how many more receipts may be payments of the debt
   * @param lastDay the last day on which they hold the step, included
   * @param bankDataThrough the last day that the bank data cover; empty if that is not known
   */
  record ReceiptProposed(
      String step,
      Money amount,
      String from,
      LocalDate on,
      int others,
      LocalDate lastDay,
      Optional<LocalDate> bankDataThrough)
      implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.RECEIPT_PROPOSED;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Reasons.dayAfter(lastDay);
    }

    static String words(String from, LocalDate on) {
      return "a receipt" + (from.isBlank() ? "" : " from " + from) + " on " + on + " may pay it";
    }

    @Override
    public String toString() {
      return amount
          + (from.isBlank() ? "" : " from " + from)
          + " on "
          + on
          + " may be this payment"
          + (others == 0
              ? ""
              : others == 1 ? ", as may 1 more receipt" : ", as may " + others + " more receipts")
          + ": held through "
          + lastDay
          + bankDataThrough.map(d -> "; bank data go up to " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The invoice is collected, and no collection of it has failed.
   *
   * @param step the name of the step that waits
   * @param method how it is collected
   * @param plannedFor the day for which a collection is planned; empty if none is
   * @param lastDay the last day on which the step waits, included; empty without an end
   */
  record CollectionAwaited(
      String step,
      PaymentMethod method,
      Optional<LocalDate> plannedFor,
      Optional<LocalDate> lastDay)
      implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.COLLECTION_AWAITED;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return lastDay.flatMap(Reasons::dayAfter);
    }

    @Override
    public String toString() {
      return "you collect by "
          + method
          + plannedFor
              .map(d -> ", and the collection planned for " + d + " has not failed")
              .orElse(", and no collection has failed")
          + lastDay.map(d -> ": held through " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The bank data are too old to be sure that nobody has paid.
   *
   * @param step the name of the step that waits
   * @param bankDataThrough the last day that the bank data cover
   * @param staleAfter how old they may be
   */
  record BankDataStale(String step, LocalDate bankDataThrough, Days staleAfter)
      implements HoldReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.BANK_DATA_STALE;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public String toString() {
      return "bank data go up to "
          + bankDataThrough
          + " and are older than "
          + staleAfter
          + ": a payment may have come in since";
    }
  }
}
