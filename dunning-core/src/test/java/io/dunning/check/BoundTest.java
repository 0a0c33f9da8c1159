package io.dunning.check;

import static io.dunning.policy.Condition.brokenPromisesAtLeast;
import static io.dunning.policy.Condition.customerFact;
import static io.dunning.policy.Condition.customerInCountry;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.overdueInvoicesAtLeast;
import static io.dunning.policy.Condition.planActive;
import static io.dunning.policy.Condition.promiseActive;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.Reached;
import io.dunning.policy.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {
  private static final Condition VIP = customerTagged("vip");
  private static final Condition NEW = customerTagged("new");

  private static boolean hides(int events, Condition... together) {
    return new Bound(events, false).hides(List.of(together));
  }

  @Test
  void aDebtorHasTwoInvoices() {
    assertThat(hides(0, overdueInvoicesAtLeast(2))).isFalse();
    assertThat(hides(9, overdueInvoicesAtLeast(3))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2 promises were broken, false",
    "2, 3 promises were broken, true",
    "1, 2 promises were broken, true",
    "1, disputed for price at least 1 times, false",
    "3, disputed for price at least 2 times, false",
    "2, disputed for price at least 2 times, true",
    "5, disputed for price at least 3 times, false",
    "4, disputed for price at least 3 times, true",
    "1, customer tagged VIP, false",
    "1, overdue at least 500.00 EUR, false"
  })
  void nothingHappensMoreOftenThanThereAreEvents(int events, String condition, boolean hidden) {
    assertThat(hides(events, Condition.parse(condition))).isEqualTo(hidden);
  }

  @Test
  void whomACallReachedIsNotExplored() {
    assertThat(hides(9, Condition.reached(Reached.NOBODY))).isTrue();
  }

  @Test
  void eachOfTwoThingsTakesAnEvent() {
    assertThat(hides(0, disputeOpen())).isFalse();
    assertThat(hides(1, disputeOpen())).isFalse();
    assertThat(hides(1, disputeOpen(), promiseActive())).isTrue();
    assertThat(hides(1, disputeOpen().and(promiseActive()))).isTrue();
    assertThat(hides(2, disputeOpen(), promiseActive())).isFalse();
    assertThat(hides(2, disputeOpen(), promiseActive(), planActive())).isTrue();
  }

  /** To customers who are not plain, one event less happens. */
  @Test
  void lessHappensToWhomThePolicyNames() {
    assertThat(hides(1, VIP, disputeOpen())).isFalse();
    assertThat(hides(2, VIP, disputeOpen(), promiseActive())).isTrue();
    assertThat(hides(3, VIP, disputeOpen(), promiseActive())).isFalse();
  }

  @Test
  void customersWhoAreTwoThingsAreTriedAsFarAsThereAreFew() {
    assertThat(hides(2, VIP, NEW)).isFalse();
    assertThat(hides(2, VIP, customerInCountry("DE"), customerFact("a", "b"))).isFalse();
    assertThat(new Bound(2, true).hides(List.of(VIP, NEW))).isTrue();
    assertThat(new Bound(2, true).hides(List.of(VIP))).isFalse();
    assertThat(hides(2, VIP, NEW, disputeOpen())).isTrue();
  }

  @Test
  void countsOfBothSidesAreLookedAt() {
    Condition both = brokenPromisesAtLeast(1).or(overdueInvoicesAtLeast(3));
    assertThat(hides(2, both)).isTrue();
  }
}
