package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.PersonRole.LAWYER;
import static io.dunning.action.PersonRole.OWNER;
import static io.dunning.action.PersonRole.PAYABLES_CLERK;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerInCountry;
import static io.dunning.policy.Condition.daysPastDueAtLeast;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.action.ContactPerson;
import io.dunning.action.Performer;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ContactEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a step addresses, and who carries it out. */
class PeopleTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final LocalDate DAY = DUE.plusDays(20);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static final Performer KERN = Performer.agency("Kern").forCommission(percent("18"));
  private static final Performer LUX = Performer.agency("Lux").forCommission(percent("25"));

  private static DunningPolicy policy(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps)).build();
  }

  private static Recommendation next(DunningPolicy policy, Customer customer, LocalDate day) {
    return next(policy, customer, day, Fixtures.history("I-1", eur("900.00"), DUE));
  }

  private static Recommendation next(
      DunningPolicy policy, Customer customer, LocalDate day, InvoiceHistory history) {
    return EVALUATOR
        .evaluate(policy, Account.of(customer, List.of(history)), day)
        .recommendations()
        .get(0);
  }

  private static EscalationStep notice() {
    return step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)).orBy(LETTER, PHONE);
  }

  /** The clerk is wanted, then the owner: each can be reached by some channels, or is not there. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # clerk by,     owner by,     closed,  person,  channel
            email,        email,        ,        Petra,   email
            phone,        email,        ,        Petra,   phone
            email phone,  ,             email,   Petra,   phone
            email,        phone,        email,   Otto,    phone
            -,            letter,       ,        Otto,    letter
            visit,        visit,        ,        ,        email
            visit,        sms,          email,   ,        letter
            -,            -,            ,        ,        email
          # nobody knows by which channels the clerk can be reached
            ,             phone,        ,        Petra,   email
            ,             phone,        email,   Petra,   letter
          """)
  void addressesTheFirstRoleThatCanBeReached(
      String clerk, String owner, String closed, String person, String channel) {
    Customer customer = Customer.of("C");
    customer = "-".equals(owner) ? customer : customer.withPerson(reached("Otto", OWNER, owner));
    customer =
        "-".equals(clerk) ? customer : customer.withPerson(reached("Petra", PAYABLES_CLERK, clerk));
    customer =
        closed == null ? customer : customer.without(io.dunning.action.Channel.parse(closed));
    Recommendation now = next(policy(notice().addressedTo(PAYABLES_CLERK, OWNER)), customer, DAY);
    assertThat(now.addressee().map(ContactPerson::name).orElse(null)).isEqualTo(person);
    assertThat(now.channel().orElseThrow()).hasToString(channel);
    assertThat(now.actions().get(0).channel()).isEqualTo(now.channel());
  }

  @Test
  void saysWhichChannelReachesNobody() {
    Customer customer =
        Customer.of("C").withPerson(reached("Petra", PAYABLES_CLERK, "phone")).without(LETTER);
    Account account = Account.of(customer, List.of(Fixtures.history("I-1", eur("900.00"), DUE)));
    Explanation why =
        EVALUATOR.explain(policy(notice().addressedTo(PAYABLES_CLERK)), account, DAY).get(0);
    assertThat(why.reasons())
        .extracting(Object::toString)
        .contains(
            "notice: not by email, which reaches no payables clerk",
            "notice: not by letter, which is closed or failed");
  }

  private static ContactPerson reached(
      String name, io.dunning.action.PersonRole role, String channels) {
    ContactPerson person = ContactPerson.of(name, role);
    for (String each : channels == null ? new String[0] : channels.split(" ")) {
      person = person.by(io.dunning.action.Channel.parse(each));
    }
    return person;
  }

  @Test
  void ofOneRoleTheFirstWhoCanBeReachedIsNamed() {
    Customer customer =
        Customer.of("C")
            .withPerson(ContactPerson.of("Ann", OWNER).by(PHONE))
            .withPerson(ContactPerson.of("Ben", OWNER).by(EMAIL))
            .withPerson(ContactPerson.of("Cem", OWNER).by(EMAIL));
    assertThat(next(policy(notice().addressedTo(OWNER)), customer, DAY).addressee())
        .contains(ContactPerson.of("Ben", OWNER).by(EMAIL));
  }

  @Test
  void anOptOutClosesAChannelToEverybody() {
    Customer customer =
        Customer.of("C")
            .withPerson(ContactPerson.of("Ann", LAWYER).by(EMAIL))
            .withPerson(ContactPerson.of("Otto", OWNER).by(LETTER));
    InvoiceHistory history =
        Fixtures.history("I-1", eur("900.00"), DUE, new ContactEvent.OptedOut(DUE, EMAIL));
    DunningPolicy policy = policy(notice().addressedTo(LAWYER, OWNER));
    assertThat(next(policy, customer, DAY).addressee().orElseThrow().name()).isEqualTo("Ann");
    assertThat(next(policy, customer, DAY, history).addressee().orElseThrow().name())
        .isEqualTo("Otto");
  }

  @Test
  void aStepThatNamesNobodyAddressesTheCustomer() {
    Customer customer = Customer.of("C").withPerson(ContactPerson.of("Ann", OWNER).by(PHONE));
    Recommendation now = next(policy(notice()), customer, DAY);
    assertThat(now.addressee()).isEmpty();
    assertThat(now.channel()).contains(EMAIL);
  }

  @Test
  void nobodyIsAddressedWhileTheStepWaits() {
    Customer customer = Customer.of("C").withPerson(ContactPerson.of("Ann", OWNER));
    Recommendation now = next(policy(notice().addressedTo(OWNER)), customer, DUE.plusDays(5));
    assertThat(now.addressee()).isEmpty();
    assertThat(now.performer()).isEmpty();
  }

  /** Large debts go to Kern, and so does everything in Austria; the rest goes to Lux. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          5000.00, DE, Kern
          4999.99, DE, Lux
          10.00,   AT, Kern
          10.00,   ,   Lux
          """)
  void theFirstPerformerWhoseConditionHoldsIsNamed(String amount, String country, String name) {
    Customer customer = Customer.of("C");
    customer = country == null ? customer : customer.inCountry(country);
    DunningPolicy policy =
        policy(
            step("agency")
                .at(daysPastDue(14))
                .take(referToAgency())
                .performedBy(KERN, overdueAtLeast(eur("5000.00")).or(customerInCountry("AT")))
                .performedBy(LUX));
    Performer performer =
        next(policy, customer, DAY, Fixtures.history("I-1", eur(amount), DUE))
            .performer()
            .orElseThrow();
    assertThat(performer.name()).isEqualTo(name);
    assertThat(performer.commission()).isPresent();
  }

  @Test
  void whoeverIsNotAssignedIsInHouse() {
    DunningPolicy policy = policy(notice().performedBy(Performer.SALES, customerInCountry("AT")));
    assertThat(next(policy, Customer.of("C"), DAY).performer()).contains(Performer.IN_HOUSE);
    assertThat(next(policy, Customer.of("C").inCountry("AT"), DAY).performer())
        .contains(Performer.SALES);
  }

  @Test
  void theReviewDateIsTheDayOnWhichAnotherPerforms() {
    DunningPolicy policy = policy(notice().performedBy(KERN, daysPastDueAtLeast(40)));
    Recommendation now = next(policy, Customer.of("C"), DAY);
    assertThat(now.reviewOn()).contains(DUE.plusDays(40));
    Recommendation then = next(policy, Customer.of("C"), DUE.plusDays(40));
    assertThat(then.performer()).contains(KERN);
    assertThat(then.decidesLike(now)).isFalse();
  }

  @Test
  void theDocumentNamesPersonAndPerformerOfItsMostSevereLine() {
    Customer customer =
        Customer.of("C")
            .withPerson(ContactPerson.of("Petra", PAYABLES_CLERK))
            .withPerson(ContactPerson.of("Otto", OWNER));
    DunningPolicy policy =
        DunningPolicy.named("p")
            .per(io.dunning.policy.AccountRules.Unit.ACCOUNT)
            .documentLevel(io.dunning.policy.AccountRules.DocumentLevel.OWN)
            .ladder(
                EscalationLadder.of(
                    notice().addressedTo(PAYABLES_CLERK).performedBy(Performer.SALES),
                    step("demand")
                        .at(daysPastDue(30))
                        .take(sendDemand(EMAIL))
                        .addressedTo(OWNER)
                        .performedBy(Performer.SALES)))
            .build();
    LedgerEvent taken = LedgerEvent.stepTaken(DUE.plusDays(15), "notice", EMAIL);
    Account account =
        Account.of(
            customer,
            List.of(
                Fixtures.history("I-1", eur("900.00"), DUE, taken),
                Fixtures.history("I-2", eur("70.00"), DUE.plusDays(20))));
    List<DunningDocument> documents =
        EVALUATOR.evaluate(policy, account, DUE.plusDays(40)).documents();
    assertThat(documents).hasSize(1);
    assertThat(documents.get(0).addressee().orElseThrow().name()).isEqualTo("Otto");
    assertThat(documents.get(0).performer()).isEqualTo(Performer.SALES);
  }

  @Test
  void theExplanationNamesPersonAndPerformer() {
    Customer customer =
        Customer.of("C").withPerson(ContactPerson.of("Petra Klein", PAYABLES_CLERK));
    DunningPolicy policy =
        policy(notice().take(assessCharges()).addressedTo(PAYABLES_CLERK).performedBy(KERN));
    Account account =
        Account.of(
            customer,
            List.of(Fixtures.history("I-1", eur("900.00"), DUE, payment(DUE, eur("1.00")))));
    assertThat(EVALUATOR.explain(policy, account, DAY).get(0).toString().lines().findFirst())
        .contains(
            "I-1: send notice 1 by email and assess charges, to Petra Klein (payables clerk),"
                + " through agency Kern for 18%");
  }
}
