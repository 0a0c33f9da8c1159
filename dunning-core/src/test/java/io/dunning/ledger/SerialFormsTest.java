package io.dunning.ledger;

import static io.dunning.Streams.read;
import static io.dunning.Streams.tampered;
import static io.dunning.Streams.written;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import io.dunning.terms.WayToPay;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a stream is checked as if it were made anew. */
class SerialFormsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static InvoiceHistory history(String number) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), DUE.minusDays(30), DUE));
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException, ClassNotFoundException {
    Invoice parts =
        Invoice.of("I-2", eur("50.00"), DUE, DUE)
            .inInstalments(
                List.of(
                    new Instalment(DUE, eur("20.00")),
                    new Instalment(DUE.plusDays(9), eur("30.00"))));
    Customer customer =
        Customer.of("C")
            .named("Acme")
            .inSegment("s")
            .ofKind(Customer.Kind.BUSINESS)
            .inCountry("DE")
            .inZone(ZoneId.of("Europe/Berlin"))
            .tagged("x")
            .with("k", "v")
            .without(Channel.SMS)
            .withPerson(ContactPerson.of("Petra", PersonRole.OWNER))
            .withPerson(ContactPerson.of("Paul", PersonRole.OWNER).speaking("de").by(Channel.EMAIL))
            .payingBy(WayToPay.transfer("Acme", "DE89370400440532013000"))
            .payingBy(WayToPay.cardLink("https://pay.example/1"))
            .payingBy(WayToPay.directDebit("M-17", DUE))
            .payingBy(WayToPay.inInstalments(3, eur("5.00")));
    InvoiceHistory late =
        history("I-1")
            .with(promise(DUE, DUE))
            .with(payment(DUE, eur("1.00")).bookedOn(DUE.plusDays(4)));
    Account account =
        Account.of(customer, List.of(late, InvoiceHistory.of(parts)), List.of(hold(DUE, "why")));
    Account copy = (Account) read(written(account));
    assertThat(copy).isEqualTo(account).hasSameHashCodeAs(account);
    assertThat(copy.customer().closedChannels()).containsExactly(Channel.SMS);
    assertThat(copy.customer().persons()).isEqualTo(customer.persons()).hasSize(2);
    assertThat(copy.customer().waysToPay()).isEqualTo(customer.waysToPay()).hasSize(4);
    assertThat(customer).isNotEqualTo(customer.payingBy(WayToPay.directDebit("N", DUE)));
    assertThat(customer)
        .isNotEqualTo(customer.withPerson(ContactPerson.of("Petra", PersonRole.OWNER)));
    Creditor creditor = Creditor.of("Nord GmbH").paidBy(customer.waysToPay().get(0));
    assertThat(read(written(creditor))).isEqualTo(creditor).hasToString("Nord GmbH");
    assertThat(copy.invoices().get(0).entries()).isEqualTo(late.entries());
    assertThat(copy.standingOn(DUE.toEpochDay())).isEqualTo(account.standingOn(DUE.toEpochDay()));
    assertThat(copy.invoices().get(0).standingOn(DUE)).isEqualTo(late.standingOn(DUE));
    assertThat(copy.invoices().get(0).with(hold(DUE, ""))).isEqualTo(late.with(hold(DUE, "")));
    assertThat(copy.invoices().get(1).invoice().issuedDay()).isEqualTo(DUE.toEpochDay());
    assertThat(read(written(Customer.of("D")))).isEqualTo(Customer.of("D"));
  }

  @Test
  void anAccountDoesNotReadAnInvoiceTwice() throws IOException {
    Account account = Account.of(Customer.of("C"), List.of(history("I-1"), history("I-2")));
    byte[] stream = tampered(account, "I-2", "I-1");
    assertThatThrownBy(() -> read(stream))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage("invoice appears twice in the account of C: I-1");
  }

  @Test
  void aHistoryDoesNotReadAForeignCurrency() throws IOException {
    CurrencyUnit written = new CurrencyUnit(new StringBuilder("EUR").toString(), 2);
    InvoiceHistory history = history("I-1").with(payment(DUE, Money.ofMinor(100, written)));
    byte[] stream = tampered(history, "EUR", "USD");
    assertThatThrownBy(() -> read(stream))
        .isInstanceOf(InvalidObjectException.class)
        .hasCauseInstanceOf(CurrencyMismatchException.class)
        .hasMessage("Payment of 2026-02-14 on invoice I-1 needs EUR: USD");
  }

  @Test
  void anInvoiceAndACustomerAreChecked() throws IOException {
    byte[] blank = tampered(history("I-1").invoice(), "I-1", "   ");
    assertThatThrownBy(() -> read(blank))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage("invoice has no number");
    byte[] nowhere = tampered(Customer.of("C").inCountry("QX"), "QX", "qx");
    assertThatThrownBy(() -> read(nowhere))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage("country is not two capital letters: qx");
    byte[] nameless = tampered(Customer.of("C-7").named("Acme"), "C-7", "   ");
    assertThatThrownBy(() -> read(nameless))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage("customer has no id");
  }

  /** A stream can name a class without its parts, past the form that is checked. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        Account.class,
        InvoiceHistory.class,
        EventLog.class,
        Invoice.class,
        Customer.class
      })
  void nothingIsReadPastItsForm(Class<?> value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
      out.writeShort(ObjectStreamConstants.STREAM_VERSION);
      out.writeByte(ObjectStreamConstants.TC_OBJECT);
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF(value.getName());
      out.writeLong(ObjectStreamClass.lookup(value).getSerialVersionUID());
      out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
      out.writeByte(ObjectStreamConstants.TC_NULL);
    }
    assertThatThrownBy(() -> read(bytes.toByteArray()))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining(" is read from its ");
  }
}
