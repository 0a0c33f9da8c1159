package io.dunning.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dunning.evaluation.Posting;
import io.dunning.event.LedgerEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordFormTest {
  private static final LedgerEvent TAKEN =
      LedgerEvent.stepTaken(LocalDate.of(2026, 2, 17), "reminder");
  private static final Posting POSTING = new Posting("C-1", Optional.empty(), TAKEN);

  private static Object read(Object written) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(written);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @Test
  void readsTheSameRecordWithOrWithoutItsOptionalPart() throws Exception {
    Posting ofInvoice = new Posting("C-1", Optional.of("INV-7"), TAKEN);
    assertThat(read(POSTING)).isEqualTo(POSTING);
    assertThat(read(ofInvoice)).isEqualTo(ofInvoice);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("not a record of this library: null", new RecordForm(null, new Object[0])),
        arguments(
            "not a record of this library: class java.lang.String",
            new RecordForm(String.class, new Object[] {"a"})),
        arguments("parts do not fit: io.dunning.evaluation.Posting", form((Object[]) null)),
        arguments("parts do not fit: io.dunning.evaluation.Posting", form("C-1")),
        arguments("invalid Posting: customer", form(null, null, TAKEN)),
        arguments("invalid Posting: argument type mismatch", form("C-1", null, "paid")));
  }

  private static RecordForm form(Object... parts) {
    return new RecordForm(Posting.class, parts);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatTheRecordWouldRefuse(String message, RecordForm written) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage(message);
  }
}
