package io.dunning.check;

import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.Condition.overdueAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwedTest {
  private static final LocalDate DUE = LocalDate.of(2025, 2, 5);
  private static final long DAY = DUE.plusDays(10).toEpochDay();
  private static final Boundary NAMED =
      Boundary.of(
          policy(
                  REMINDER,
                  NOTICE.onlyIf(overdueAtLeast(eur("50.00"))),
                  DEMAND.onlyIf(overdueAtLeast(eur("500.00"))))
              .build());

  private static InvoiceHistory invoice(String number, Money amount) {
    return InvoiceHistory.of(Invoice.of(number, amount, DUE.minusDays(30), DUE));
  }

  private static Account account(InvoiceHistory... all) {
    return Account.of(Customer.of("C-1"), List.of(all));
  }

  private static Account owing(String... amounts) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (String each : amounts) {
      InvoiceHistory invoice = invoice("INV-" + all.size(), eur("1000.00"));
      Money paid = eur("1000.00").minus(eur(each));
      all.add(invoice.with(LedgerEvent.payment(DUE, paid)));
    }
    return Account.of(Customer.of("C-1"), all);
  }

  private static List<Long> told(Account account) {
    Fingerprint state = new Fingerprint();
    state.begin();
    new Owed(NAMED, true).add(account, DAY, state);
    return List.of(state.high(), state.low());
  }

  @ParameterizedTest
  @CsvSource({
    // between the same two amounts
    "500.01, 999.99, true",
    "50.01, 499.99, true",
    "0.01, 49.99, true",
    // on both sides of an amount, or at it
    "499.99, 500.01, false",
    "500.00, 500.01, false",
    "499.99, 500.00, false",
    "49.99, 50.00, false",
    "0.00, 0.01, false"
  })
  void tellsApartOnlyWhatThePolicyCan(String one, String other, boolean alike) {
    assertThat(told(owing(one)).equals(told(owing(other)))).isEqualTo(alike);
  }

  /** What two debts are together can be at least an amount, too. */
  @Test
  void tellsWhatTwoDebtsAreTogether() {
    assertThat(told(owing("300.00", "100.00"))).isNotEqualTo(told(owing("300.00", "200.00")));
    assertThat(told(owing("300.00", "100.00"))).isEqualTo(told(owing("310.00", "80.00")));
    assertThat(told(owing("300.00", "10.00"))).isNotEqualTo(told(owing("10.00", "300.00")));
  }

  @Test
  void isEnoughOnlyWhereNothingElseCanDiffer() {
    Owed owed = new Owed(NAMED, true);
    InvoiceHistory plain = invoice("INV-1", eur("100.00"));
    InvoiceHistory disputed = plain.with(LedgerEvent.dispute(DUE, "late"));
    InvoiceHistory partly = plain.with(LedgerEvent.dispute(DUE, eur("10.00"), "late"));
    assertThat(owed.inBands(account(plain), DAY)).isTrue();
    assertThat(owed.inBands(account(plain, invoice("INV-2", eur("9.00"))), DAY)).isTrue();
    assertThat(owed.inBands(account(disputed), DAY)).isFalse();
    assertThat(owed.inBands(account(partly), DAY)).isFalse();
    assertThat(owed.inBands(account(plain, invoice("INV-2", usd("9.00"))), DAY)).isFalse();
    assertThat(
            owed.inBands(
                account(plain, invoice("INV-2", eur("9.00")), invoice("INV-3", eur("9.00"))), DAY))
        .isFalse();
    assertThat(new Owed(NAMED, false).inBands(account(plain), DAY)).isFalse();
  }
}
