package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.portfolio.CollectionMetrics;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scala.reflect.ClassTag$;

/** What crosses the wire comes back equal, or is refused if it was changed; and it is small. */
class WireTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  /** What the policies themselves throw, then what a serializer throws at a broken stream. */
  private static final Set<String> REFUSALS =
      Set.of(
          "IllegalStateException",
          "StreamCorruptedException",
          "EOFException",
          "UTFDataFormatException",
          "no object",
          "InvalidClassException",
          "ClassNotFoundException",
          "KryoException");

  private static final StructType ROWS =
      StructType.fromDDL(
          "customer STRING, kind TINYINT, invoice STRING, epoch_day INT, due INT, minor BIGINT,"
              + " text STRING, channel STRING, json STRING");

  enum Wire {
    JAVA(new JavaSerializer(new SparkConf()).newInstance()),
    KRYO(new KryoSerializer(new SparkConf()).newInstance());

    private final SerializerInstance spark;

    Wire(SerializerInstance spark) {
      this.spark = spark;
    }

    @SuppressWarnings("unchecked")
    <T> byte[] write(T value) {
      ByteBuffer bytes =
          spark.serialize(value, ClassTag$.MODULE$.apply((Class<T>) value.getClass()));
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      return all;
    }

    <T> T read(byte[] bytes, Class<T> type) {
      return spark.deserialize(ByteBuffer.wrap(bytes), ClassTag$.MODULE$.apply(type));
    }
  }

  private static SentPolicies sent() {
    return SentPolicies.of(Sparks.policies("standard-b2b"));
  }

  @ParameterizedTest
  @EnumSource
  void policiesComeBackEqual(Wire wire) {
    SentPolicies back = wire.read(wire.write(sent()), SentPolicies.class);
    assertThat(back.read()).isEqualTo(Sparks.policies("standard-b2b"));
  }

  @ParameterizedTest
  @EnumSource
  void changedPoliciesAreRefused(Wire wire) {
    byte[] stream = wire.write(sent());
    int read = 0;
    SortedMap<String, Integer> refused = new TreeMap<>();
    for (int i = 0; i < stream.length; i += 3) {
      byte[] changed = stream.clone();
      changed[i] ^= 1;
      try {
        SentPolicies back = wire.read(changed, SentPolicies.class);
        if (back == null) {
          // one mark of Kryo's says that there is no object
          refused.merge("no object", 1, Integer::sum);
          continue;
        }
        assertThat(back.read()).isEqualTo(sent().read());
        read++;
      } catch (Exception | LinkageError e) {
        // Scala throws checked exceptions without saying so
        refused.merge(e.getClass().getSimpleName(), 1, Integer::sum);
      }
    }
    assertThat(refused.keySet()).isSubsetOf(REFUSALS);
    assertThat(refused.get("IllegalStateException")).as("by the digest").isGreaterThan(20 * read);
  }

  @Test
  void saysWhyPoliciesAreRefused() {
    SentPolicies sent = sent();
    String other = sent.text().replace("3 days past due", "4 days past due");
    assertThat(other).isNotEqualTo(sent.text());
    assertThatThrownBy(() -> new SentPolicies(other, sent.digest(), sent.fingerprints()).read())
        .hasMessage("policies were changed on their way to the executor");
    SentPolicies elsewhere =
        new SentPolicies(
            sent.text(), sent.digest(), SentPolicies.of(Sparks.policies("eu-b2b")).fingerprints());
    assertThatThrownBy(elsewhere::read)
        .hasMessageStartingWith("policies mean something else here: fingerprints are ")
        .hasMessageEndingWith("Maybe driver and executors have different versions of the library");
  }

  /** An account with ten invoices, half of them paid, and three steps. */
  private static Account account() {
    List<InvoiceHistory> invoices = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      LocalDate issued = DAY.minusDays(100 - 5 * i);
      Money amount = Money.eur("119.00");
      Invoice invoice = Invoice.of("INV-100" + i, amount, issued, issued.plusDays(30));
      InvoiceHistory history = InvoiceHistory.of(invoice);
      invoices.add(
          i % 2 == 0
              ? history.with(LedgerEvent.payment(issued.plusDays(33), amount))
              : i < 6
                  ? history.with(LedgerEvent.stepTaken(issued.plusDays(34), "friendly reminder"))
                  : history);
    }
    return Account.of(Customer.of("C-1000"), invoices);
  }

  @Test
  void valuesOfTheLibraryComeBackEqual() {
    Account account = account();
    AccountRecommendation answer = answer(account);
    AgingReport aging = AgingReport.ofAccounts(AgingSchedule.STANDARD, DAY, List.of(account));
    MetricsByCurrency metrics =
        new MetricsByCurrency(List.copyOf(CollectionMetrics.of(List.of(account), DAY).values()));
    // about what the guide tells of these sizes
    Map<Serializable, Integer> most =
        Map.of(account, 4700, answer, 8200, aging, 1200, metrics, 1500);
    most.forEach(
        (each, bytes) -> {
          byte[] stream = Wire.JAVA.write(each);
          assertThat(Wire.JAVA.read(stream, Object.class)).isEqualTo(each);
          assertThat(stream).as(each.getClass().getSimpleName()).hasSizeLessThan(bytes);
        });
  }

  @Test
  void columnsAreSmall() {
    Account account = account();
    int rows = 0;
    for (InvoiceHistory each : account.invoices()) {
      Invoice of = each.invoice();
      rows += size(ROWS, row(Kind.INVOICE, of, of.issued(), of.due(), of.amount(), "EUR"));
      for (LedgerEvent event : each.events()) {
        rows +=
            event instanceof StepEvent.StepTaken step
                ? size(ROWS, row(Kind.STEP, of, event.date(), null, null, step.step()))
                : size(ROWS, row(Kind.PAYMENT, of, event.date(), null, of.amount(), null));
      }
    }
    int answers = 0;
    for (Recommendation each : answer(account).recommendations()) {
      if (each.verdict() != Verdict.CLOSED) {
        answers += size(DecisionRow.MADE, DecisionRow.of(each, true, each.step().isPresent()));
      }
    }
    // the guide tells of these sizes
    assertThat(rows).isEqualTo(1880);
    assertThat(answers).isEqualTo(1192);
  }

  private static Row row(
      Kind kind, Invoice of, LocalDate day, LocalDate due, Money amount, String text) {
    return RowFactory.create(
        "C-1000",
        kind.code(),
        of.number(),
        (int) day.toEpochDay(),
        due == null ? null : (int) due.toEpochDay(),
        amount == null ? null : amount.minorUnits(),
        text,
        null,
        null);
  }

  /** The size of a row in the form in which Spark sends it, not compressed. */
  private static int size(StructType type, Row row) {
    return ((UnsafeRow) ExpressionEncoder.apply(type).createSerializer().apply(row))
        .getSizeInBytes();
  }

  private static AccountRecommendation answer(Account account) {
    return DunningEvaluator.on(BusinessCalendar.weekends())
        .evaluate(Sparks.policies("standard-b2b"), account, DAY);
  }

  @Test
  void metricsOfOneCurrencyAreThereOnce() {
    CollectionMetrics one =
        CollectionMetrics.of(List.of(account()), DAY).values().iterator().next();
    assertThatThrownBy(() -> new MetricsByCurrency(List.of(one, one)))
        .hasMessageStartingWith("metrics of a currency are there twice");
  }
}
