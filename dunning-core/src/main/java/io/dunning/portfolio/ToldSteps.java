package io.dunning.portfolio;

import io.dunning.action.Channel;
import io.dunning.compiled.Packing;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent.StepTaken;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The steps that were taken for an account told in raw values, or for one of its invoices. */
final class ToldSteps {
  /** Stands for an invoice where a step was taken for the account as a whole. */
  static final int OF_ACCOUNT = -1;

  private int count;
  private String[] names = new String[16];
  private long[] days = new long[16];
  private Channel[] channels = new Channel[16];

  /** The place of the invoice on which each step was recorded. */
  private int[] invoices = new int[16];

  /** Forgets the account before. */
  void begin() {
    count = 0;
  }

  int count() {
    return count;
  }

  /**
   * Adds a step; the channel is null if none is known.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  void add(String name, long day, Channel channel, int invoice) {
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      days = Arrays.copyOf(days, 2 * count);
      channels = Arrays.copyOf(channels, 2 * count);
      invoices = Arrays.copyOf(invoices, 2 * count);
    }
    // mostly those of the account before: a collector has work with each reference that is stored
    if (names[count] != name) {
      names[count] = checked(name);
    }
    if (channels[count] != channel) {
      channels[count] = channel;
    }
    days[count] = day;
    invoices[count++] = invoice;
  }

  private static String checked(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of the step is blank");
    }
    return name;
  }

  /** Packs the steps, given where the account and then each invoice was packed. */
  void pack(Packing packing, int[] places) {
    for (int i = 0; i < count; i++) {
      int place = places[invoices[i] - OF_ACCOUNT];
      packing.step(names[i], days[i], channels[i] != null, place);
    }
  }

  /** Adds the steps of an invoice or of the account as events. */
  void addTo(List<LedgerEvent> events, int invoice) {
    for (int i = 0; i < count; i++) {
      if (invoices[i] == invoice) {
        LocalDate date = LocalDate.ofEpochDay(days[i]);
        events.add(new StepTaken(date, names[i], Optional.ofNullable(channels[i])));
      }
    }
  }
}
