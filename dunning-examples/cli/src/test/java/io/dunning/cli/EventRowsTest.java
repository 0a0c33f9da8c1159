package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.cli.LinesReader.Numbered;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event that can be made becomes rows that read as it, or is refused. */
class EventRowsTest {
  private static final int EACH = 150;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final List<String> WORDS =
      List.of("call", "Ann Lee", "by, Ann", "a;b", "=1+1", "say \"no\"", " x", "a\nb", "", "#1");

  static Stream<Class<?>> classes() {
    return members(LedgerEvent.class);
  }

  private static Stream<Class<?>> members(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EventRowsTest::members)
        : Stream.of(type);
  }

  private static LedgerEvent event(Class<?> type, Random random) {
    RecordComponent[] parts = type.getRecordComponents();
    for (int tries = 0; tries < 1_000; tries++) {
      Object[] values = new Object[parts.length];
      Class<?>[] types = new Class<?>[parts.length];
      for (int i = 0; i < parts.length; i++) {
        values[i] = value(parts[i].getGenericType(), random);
        types[i] = parts[i].getType();
      }
      try {
        return (LedgerEvent) type.getConstructor(types).newInstance(values);
      } catch (InvocationTargetException e) {
        // these parts contradict each other
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("cannot make " + type);
  }

  private static Object value(Type type, Random random) {
    if (type instanceof ParameterizedType generic) {
      Type of = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value(of, random))
          : Stream.generate(() -> value(of, random)).limit(1 + random.nextInt(3)).toList();
    }
    if (type == LocalDate.class) {
      return DAY.plusDays(random.nextInt(5));
    }
    if (type == Money.class) {
      return Money.eur("1.50").times(1 + random.nextInt(3));
    }
    if (type == Instalment.class) {
      return new Instalment(DAY.plusDays(random.nextInt(90)), Money.eur("2.00"));
    }
    if (type == String.class) {
      return WORDS.get(random.nextInt(WORDS.size()));
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    Object[] constants = ((Class<?>) type).getEnumConstants();
    return constants[random.nextInt(constants.length)];
  }

  private static List<Numbered> lines(LedgerEvent event, boolean ofInvoice) {
    Invoice invoice = Invoice.of("I1", Money.eur("100.00"), DAY, DAY.plusDays(30));
    Optional<String> number = ofInvoice ? Optional.of("I1") : Optional.empty();
    return List.of(
        new Numbered(1, new LedgerLine.OfCustomer(Customer.of("A"))),
        new Numbered(2, new LedgerLine.OfInvoice("A", invoice)),
        new Numbered(3, new LedgerLine.OfEvent("A", number, new BookedEvent(event, event.date()))));
  }

  private static List<LedgerLine> read(Map<String, String> texts) {
    Problems problems = new Problems();
    LedgerReader reader =
        LedgerReader.read(
            name ->
                texts.containsKey(name) ? new StringReader(texts.get(name)) : Reader.nullReader(),
            problems);
    List<LedgerLine> lines = LedgerLine.of(reader.allAccounts());
    assertThat(problems.any()).as(problems.toString()).isFalse();
    return lines;
  }

  @ParameterizedTest
  @MethodSource("classes")
  void comeBackEqualOrAreRefused(Class<?> type) {
    Random random = new Random(type.getName().hashCode());
    int held = 0;
    for (int i = 0; i < EACH; i++) {
      LedgerEvent event = event(type, random);
      List<Numbered> lines = lines(event, i % 3 > 0);
      try {
        Map<String, String> texts = new LedgerWriter("x.jsonl").write(lines);
        assertThat(read(texts)).isEqualTo(lines.stream().map(Numbered::line).toList());
        held++;
      } catch (BadInputException e) {
        assertThat(e.getMessage()).startsWith("x.jsonl:3: ");
      }
    }
    assertThat(held).isGreaterThan(EACH / 20);
  }

  /** A new class of events, or a new constant in one, needs a type here. */
  @Test
  void haveATypeForEveryClass() {
    TreeSet<String> without = new TreeSet<>();
    List<EventType> found = new ArrayList<>();
    classes()
        .forEach(
            type -> {
              Random random = new Random(7);
              for (int i = 0; i < EACH; i++) {
                LedgerEvent event = event(type, random);
                if (EventType.fitting(event).isEmpty()) {
                  without.add(type.getSimpleName());
                } else {
                  found.add(EventType.of(event));
                }
              }
            });
    assertThat(without).isEmpty();
    assertThat(found).contains(EventType.values());
  }
}
