package io.dunning.letters;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.SMS;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.StatutoryInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.Jurisdiction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.Creditor;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.scenario.Timeline;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Senders, customers and policies that the tests of letters share. */
final class LetterFixture {
  static final DunningEvaluator EVALUATOR = DunningEvaluator.on(BusinessCalendar.weekends());
  static final LocalDate DUE = LocalDate.of(2026, 5, 29);
  static final List<Locale> LOCALES =
      List.of(Locale.UK, Locale.GERMANY, Locale.FRANCE, Locale.KOREA);
  static final PostalAddress HAFENSTRASSE =
      PostalAddress.in("DE", "Hafenstraße 12", "20457 Hamburg");
  static final String IBAN = "DE89370400440532013000";

  static final Sender NORD =
      Sender.of(
              Creditor.of("Nord Handels GmbH")
                  .paidBy(new WayToPay.Transfer("Nord Handels GmbH", IBAN, "COBADEFFXXX"))
                  .paidBy(WayToPay.cardLink("https://pay.example/nord")),
              PostalAddress.in("DE", "Speicherweg 4", "28195 Bremen"))
          .answeredBy("Jana Petersen", "konto@nord.example", "+49 421 555 01 23");

  private LetterFixture() {}

  /** A business in Hamburg that owes one invoice, with a clerk who pays. */
  static Account account(String amount) {
    return account(Money.parse(amount + " EUR"));
  }

  static Account account(Money amount) {
    Customer customer =
        Customer.of("C-1015")
            .named("Möwe & Söhne KG")
            .ofKind(Customer.Kind.BUSINESS)
            .inCountry("DE")
            .withPerson(
                ContactPerson.of("Karla Brandt", PersonRole.PAYABLES_CLERK).by(EMAIL, LETTER));
    return Account.of(customer, List.of(invoice("INV-1015", amount, DUE)));
  }

  static InvoiceHistory invoice(String number, Money amount, LocalDate due) {
    return InvoiceHistory.of(Invoice.of(number, amount, due.minusDays(30), due));
  }

  /** Every kind of letter, in every tone that a policy would give it. */
  static DunningPolicy everyLetter() {
    return everyLetter(
        "every-letter", ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness()));
  }

  /** Payments pay costs first, and each notice has a fee. */
  static DunningPolicy costsFirst() {
    return everyLetter(
        "costs-first",
        ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness())
            .with(
                LateFee.flat(Money.eur("5.00"), Money.usd("5.00"))
                    .at("notice")
                    .besideCompensation())
            .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL));
  }

  /** Charges that are left are chased as a debt of their own. */
  static DunningPolicy chasingCharges() {
    return everyLetter(
        "chasing-charges",
        ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness())
            .onceSettled(ChargeRules.OnceSettled.CHASED));
  }

  static DunningPolicy everyLetter(String name, ChargeRules charges) {
    return DunningPolicy.named(name)
        .ladder(
            EscalationLadder.of(
                step("heads-up").at(daysBeforeDue(5)).take(sendReminder(EMAIL)),
                step("reminder")
                    .at(daysPastDue(5))
                    .take(sendReminder(EMAIL))
                    .addressedTo(PersonRole.PAYABLES_CLERK),
                step("notice")
                    .at(daysPastDue(15))
                    .take(sendNotice(1, LETTER), assessCharges())
                    .tone(Tone.NEUTRAL)
                    .grants(calendarDays(10)),
                step("call").at(daysPastDue(25)).take(placeCall()),
                step("plan").at(daysPastDue(35)).take(proposePlan(EMAIL)),
                step("stop")
                    .at(daysPastDue(50))
                    .take(sendNotice(2, SMS), stopSupply())
                    .tone(Tone.FIRM),
                step("demand")
                    .at(daysPastDue(65))
                    .take(sendDemand(LETTER), assessCharges())
                    .tone(Tone.FINAL)
                    .grants(calendarDays(14)),
                step("settlement").at(daysPastDue(90)).take(offerSettlement(LETTER)),
                step("agency").at(daysPastDue(130)).take(referToAgency()),
                step("court").at(daysPastDue(200)).take(fileClaim())))
        .charges(charges)
        .plans(PlanRule.monthly(4))
        .settlement(
            SettlementRule.lumpSum(percent("70")).fromDaysPastDue(75).validFor(calendarDays(14)))
        .build();
  }

  /** One letter for all that is overdue in each currency. */
  static DunningPolicy byAccount() {
    return DunningPolicy.named("by-account")
        .per(AccountRules.Unit.ACCOUNT)
        .ladder(
            EscalationLadder.of(
                step("statement").at(daysPastDue(5)).take(sendReminder(EMAIL)),
                step("notice")
                    .at(daysPastDue(20))
                    .take(sendNotice(1, LETTER))
                    .tone(Tone.FIRM)
                    .grants(calendarDays(7)),
                step("demand").at(daysPastDue(40)).take(sendDemand(LETTER)).tone(Tone.FINAL),
                step("agency").at(daysPastDue(70)).take(referToAgency()).needsApproval()))
        .build();
  }

  /** A collector, who writes. */
  static DunningPolicy byAgency() {
    return byAgency(ChargeRules.of());
  }

  static DunningPolicy byAgency(ChargeRules charges) {
    return DunningPolicy.named("by-agency")
        .ladder(
            EscalationLadder.of(
                step("first letter").at(daysPastDue(1)).take(sendNotice(1, LETTER)),
                step("second letter").at(daysPastDue(20)).take(sendNotice(2, EMAIL)),
                step("demand").at(daysPastDue(60)).take(sendDemand(LETTER))))
        .charges(charges)
        .conduct(Conduct.under().by(Jurisdiction.Collector.AGENCY))
        .build();
  }

  /** A creditor who goes to court some days after the last letter, which grants ten days. */
  static DunningPolicy toCourt(DunningAction last, int days) {
    return DunningPolicy.named("to-court")
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(5)).take(sendReminder(EMAIL)),
                step("last word")
                    .at(daysPastDue(40))
                    .take(last)
                    .tone(Tone.FIRM)
                    .grants(calendarDays(10)),
                step("call").at(daysPastDue(45)).take(placeCall()),
                step("file a claim").at(daysPastDue(40 + days)).take(fileClaim())))
        .build();
  }

  /** Such as {@code 7 August 2026}. */
  static String date(LocalDate day) {
    return new LetterFormat(Phrases.load("en", null), Locale.UK).date(day);
  }

  /** A letter that was due, and the account before it. */
  record Due(Account account, DunningDocument document) {
    String step() {
      return document.step();
    }
  }

  /** What a policy sends in writing if nobody pays, with the account as it was before each. */
  static List<Due> letters(DunningPolicy policy, Account account) {
    List<Due> all = new ArrayList<>();
    Account now = account;
    Optional<LocalDate> day = Optional.of(DUE.minusDays(20));
    while (day.filter(d -> d.isBefore(DUE.plusDays(400))).isPresent()) {
      var answer = EVALUATOR.evaluate(policy, now, day.get());
      for (DunningDocument each : answer.documentsOnceApproved()) {
        if (LetterKind.of(each.actions()).isPresent()) {
          all.add(new Due(now, each));
        }
        now = Timeline.take(now, each);
      }
      day = EVALUATOR.evaluate(policy, now, day.get()).reviewOn();
    }
    return all;
  }

  static LetterContent content(DunningPolicy policy, Due due) {
    return content(NORD, policy, due);
  }

  static LetterContent content(Sender sender, DunningPolicy policy, Due due) {
    return LetterComposer.of(EVALUATOR, sender)
        .compose(policy, due.account(), due.document(), HAFENSTRASSE);
  }

  static LetterContent content(DunningPolicy policy, Account account, String step) {
    return letters(policy, account).stream()
        .filter(d -> d.step().equals(step))
        .findFirst()
        .map(d -> content(policy, d))
        .orElseThrow();
  }
}
