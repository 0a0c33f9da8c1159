package io.dunning.letters;

import io.dunning.action.Tone;
import io.dunning.ledger.Creditor;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A letter that has something for every part of a template, to try templates out with. */
final class SampleLetter {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 12);
  private static final Money NONE = Money.eur("0.00");

  private SampleLetter() {}

  static LetterContent content() {
    LetterDraft draft = new LetterDraft();
    draft.kind = LetterKind.DEMAND;
    draft.tone = Tone.FIRM;
    draft.step = "demand";
    draft.date = DAY;
    draft.sender =
        Sender.of(Creditor.of("Sender"), PostalAddress.in("GB", "1 High Street", "Leeds"))
            .answeredBy("Clerk", "clerk@sender.example", "+44 113 496 0000");
    draft.recipient =
        new LetterContent.Recipient(
            "C-1",
            "Customer",
            Optional.of(Customer.Kind.CONSUMER),
            "US",
            "Person",
            PostalAddress.in("US", "2 Main Street", "Reno NV 89501"));
    draft.reference = "INV-1";
    owed(draft);
    draft.deadline = Optional.of(DAY.plusDays(10));
    draft.waysToPay.add(WayToPay.transfer("Sender", "DE89370400440532013000"));
    draft.waysToPay.add(WayToPay.cardLink("https://pay.example/"));
    draft.consequence =
        Optional.of(new Consequence(Consequence.Kind.AGENCY, "agency", DAY.plusDays(20), false));
    validation(draft);
    return draft.content();
  }

  private static void owed(LetterDraft draft) {
    LetterItem.Charge interest =
        new LetterItem.Charge(
            LetterItem.Charge.Kind.INTEREST,
            DAY.minusDays(30),
            DAY,
            Money.eur("100.00"),
            Percentage.percent("8"),
            Money.eur("0.66"),
            "law");
    draft.items.add(item("INV-1", List.of(interest)));
    draft.forInformation.add(item("INV-2", List.of()));
    draft.totals.add(
        new LetterContent.Total(
            Money.eur("100.00"),
            NONE,
            NONE,
            NONE,
            NONE,
            Money.eur("0.66"),
            NONE,
            false,
            Money.eur("100.66")));
    draft.interestRuns = true;
  }

  private static void validation(LetterDraft draft) {
    draft.notices.add(RequiredNotice.US_VALIDATION);
    draft.disputeBy = Optional.of(DAY.plusDays(37));
    draft.validations.add(
        new LetterContent.Validation(
            "INV-1",
            DAY.minusDays(60),
            Money.eur("100.00"),
            Money.eur("0.66"),
            NONE,
            NONE,
            NONE,
            Money.eur("100.66"),
            DAY.plusDays(37)));
  }

  private static LetterItem item(String number, List<LetterItem.Charge> charges) {
    Money open = Money.eur("100.00");
    Money none = Money.eur("0.00");
    return new LetterItem(
        number, DAY.minusDays(60), DAY.minusDays(30), 30, open, none, open, none, charges);
  }
}
