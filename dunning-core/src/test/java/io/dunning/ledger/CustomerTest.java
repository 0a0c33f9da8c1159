package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Streams;
import io.dunning.Variants;
import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.WeeklyHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a customer. */
class CustomerTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final ContactWishes WISHES =
      new ContactWishes(
          WeeklyHours.NONE,
          List.of(new DateSpan(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 14))),
          List.of());

  @Test
  void ofANewCustomerNothingIsKnownButTheIdentifier() {
    Customer customer = Customer.of("C-1");
    assertThat(customer.id()).isEqualTo("C-1");
    assertThat(customer.name()).isEqualTo("C-1");
    assertThat(customer.segment()).isEmpty();
    assertThat(customer.kind()).isEmpty();
    assertThat(customer.country()).isEmpty();
    assertThat(customer.zones()).isEmpty();
    assertThat(customer.wishes()).isEqualTo(ContactWishes.NONE);
    assertThat(customer.tags()).isEmpty();
    assertThat(customer.hasTag("key account")).isFalse();
    assertThat(customer.facts()).isEmpty();
    assertThat(customer.closedChannels()).isEmpty();
    assertThat(customer.creditLimit()).isEmpty();
    assertThat(customer.worth()).isEmpty();
  }

  @Test
  void tellsWhatWasSaidOfIt() {
    Customer customer =
        Customer.of("C-1")
            .named("Acme")
            .inSegment("retail")
            .ofKind(Customer.Kind.SOLE_TRADER)
            .inCountry("PT")
            .inZone(BERLIN)
            .inZone(LISBON)
            .wishing(WISHES)
            .tagged("new")
            .tagged("key account")
            .with("branch", "south")
            .with("branch", "north")
            .without(Channel.SMS)
            .without(Channel.EMAIL)
            .withCreditLimit(eur("5000.00"))
            .worthKeeping(eur("700.00"));
    assertThat(customer.id()).isEqualTo("C-1");
    assertThat(customer.name()).isEqualTo("Acme");
    assertThat(customer.segment()).contains("retail");
    assertThat(customer.kind()).contains(Customer.Kind.SOLE_TRADER);
    assertThat(customer.kind().orElseThrow()).hasToString("sole trader");
    assertThat(customer.country()).contains("PT");
    assertThat(customer.zones()).containsExactly(BERLIN, LISBON);
    assertThat(customer.inZone(BERLIN).zones()).containsExactly(LISBON, BERLIN);
    assertThat(customer.wishes()).isEqualTo(WISHES);
    assertThat(customer.tags()).containsExactly("key account", "new");
    assertThat(customer.hasTag("new")).isTrue();
    assertThat(customer.hasTag("old")).isFalse();
    assertThat(customer.facts()).isEqualTo(Map.of("branch", "north"));
    assertThat(customer.closedChannels()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
    assertThat(customer.creditLimit()).contains(eur("5000.00"));
    assertThat(customer.worth()).contains(eur("700.00"));
    assertThat(Streams.copy(customer)).isEqualTo(customer);
    assertThat(customer.untagged("new").tags()).containsExactly("key account");
    assertThat(customer.untagged("old")).isEqualTo(customer);
  }

  @Test
  void whatACustomerIsWorthAndMayOweIsNeverNegative() {
    Customer customer = Customer.of("C-1").withCreditLimit(eur("0.00")).worthKeeping(eur("0.00"));
    assertThat(customer.creditLimit()).contains(eur("0.00"));
    assertThat(customer.worth()).contains(eur("0.00"));
    assertThatThrownBy(() -> customer.withCreditLimit(eur("-0.01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("credit limit is negative: -0.01 EUR");
    assertThatThrownBy(() -> customer.worthKeeping(eur("-0.01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("worth of a customer is negative: -0.01 EUR");
  }

  @Test
  void aChangeLeavesTheEarlierCustomerAsItWas() {
    Customer customer = Customer.of("C-1").tagged("new").with("branch", "north");
    customer.tagged("old").with("branch", "south").without(Channel.SMS).named("Acme");
    assertThat(customer).isEqualTo(Customer.of("C-1").tagged("new").with("branch", "north"));
    assertThatThrownBy(() -> customer.tags().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> customer.facts().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void customersDifferInEachFact() {
    Customer customer = Customer.of("C-1");
    Variants.areUnlike(
        () ->
            List.of(
                Customer.of("C-1"),
                Customer.of("C-2").named("C-1"),
                customer.named("Acme"),
                customer.inSegment("retail"),
                customer.ofKind(Customer.Kind.BUSINESS),
                customer.ofKind(Customer.Kind.CONSUMER),
                customer.inCountry("DE"),
                customer.inZone(BERLIN),
                customer.inZone(LISBON),
                customer.wishing(WISHES),
                customer.tagged("new"),
                customer.with("branch", "north"),
                customer.without(Channel.SMS),
                customer.withCreditLimit(eur("1.00")),
                customer.withCreditLimit(eur("2.00")),
                customer.worthKeeping(eur("1.00"))));
  }

  @Test
  void aCountryIsTwoCapitalLetters() {
    for (String code : List.of("de", "DEU", "D", "")) {
      assertThatThrownBy(() -> Customer.of("C").inCountry(code))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("country is not two capital letters: " + code);
    }
  }
}
