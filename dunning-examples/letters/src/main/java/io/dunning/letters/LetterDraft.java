package io.dunning.letters;

import io.dunning.action.Tone;
import io.dunning.ledger.Discounts;
import io.dunning.money.Money;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.SettlementQuote;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** A letter's content while it is worked out. */
final class LetterDraft {
  LetterKind kind;
  Tone tone;
  String step = "";
  OptionalInt noticeNumber = OptionalInt.empty();
  LocalDate date;
  Sender sender;
  LetterContent.Recipient recipient;
  String reference = "";
  final List<LetterItem> items = new ArrayList<>();
  final List<LetterItem> forInformation = new ArrayList<>();
  final List<LetterContent.Total> totals = new ArrayList<>();
  boolean interestRuns;
  Optional<LocalDate> deadline = Optional.empty();
  final List<WayToPay> waysToPay = new ArrayList<>();
  final List<LetterContent.Earlier> earlier = new ArrayList<>();
  final SortedMap<String, Discounts.Offered> discounts = new TreeMap<>();
  final List<SettlementQuote> settlements = new ArrayList<>();
  final List<PaymentPlan> plans = new ArrayList<>();
  Optional<LetterContent.DatedAmounts> promised = Optional.empty();
  final List<LetterContent.PromisedPart> promises = new ArrayList<>();
  final List<Money> notPromised = new ArrayList<>();
  final List<Money> stillOpen = new ArrayList<>();
  final List<Money> interestPerDay = new ArrayList<>();
  Optional<Consequence.Kind> effect = Optional.empty();
  boolean interestAgreed;
  Optional<LetterContent.DatedAmounts> paid = Optional.empty();
  Optional<Consequence> consequence = Optional.empty();
  final List<RequiredNotice> notices = new ArrayList<>();
  final List<LetterContent.Validation> validations = new ArrayList<>();
  Optional<LocalDate> firstLetter = Optional.empty();
  Optional<LocalDate> disputeBy = Optional.empty();

  boolean isOverdue() {
    return items.stream().anyMatch(i -> i.daysPastDue() > 0);
  }

  /** What was worked out, which later changes of the draft do not change. */
  LetterContent content() {
    return new ImmutableLetterContent.Builder()
        .kind(kind)
        .tone(tone)
        .step(step)
        .noticeNumber(noticeNumber)
        .date(date)
        .sender(sender)
        .recipient(recipient)
        .reference(reference)
        .addAllItems(items)
        .addAllForInformation(forInformation)
        .addAllTotals(totals)
        .interestAgreed(interestAgreed)
        .addAllInterestPerDay(interestPerDay)
        .interestRuns(interestRuns)
        .deadline(deadline)
        .addAllWaysToPay(waysToPay)
        .addAllEarlier(earlier)
        .putAllDiscounts(discounts)
        .addAllSettlements(settlements)
        .addAllPlans(plans)
        .promised(promised)
        .addAllPromises(promises)
        .addAllNotPromised(notPromised)
        .paid(paid)
        .addAllStillOpen(stillOpen)
        .effect(effect)
        .consequence(consequence)
        .addAllNotices(notices)
        .addAllValidations(validations)
        .firstLetter(firstLetter)
        .disputeBy(disputeBy)
        .build();
  }
}
