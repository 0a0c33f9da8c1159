package io.dunning.scale;

import java.util.Arrays;

/** The rows of some accounts, in columns. */
final class BatchRows {
  int size;
  byte[] kinds = new byte[1024];
  int[] days = new int[1024];
  int[] dues = new int[1024];
  long[] minors = new long[1024];
  String[] numbers = new String[1024];
  String[] texts = new String[1024];
  String[] channels = new String[1024];
  String[] jsons = new String[1024];
  int[] booked = new int[1024];

  void add(PortfolioRow row) {
    if (size == kinds.length) {
      grow(2 * size);
    }
    kinds[size] = (byte) row.kind;
    days[size] = row.isDated ? row.day : PortfolioRow.NO_DAY;
    dues[size] = row.due;
    minors[size] = row.minor;
    numbers[size] = row.number;
    texts[size] = row.text;
    channels[size] = row.channel;
    jsons[size] = row.json;
    booked[size] = row.booked;
    size++;
  }

  private void grow(int length) {
    kinds = Arrays.copyOf(kinds, length);
    days = Arrays.copyOf(days, length);
    dues = Arrays.copyOf(dues, length);
    minors = Arrays.copyOf(minors, length);
    numbers = Arrays.copyOf(numbers, length);
    texts = Arrays.copyOf(texts, length);
    channels = Arrays.copyOf(channels, length);
    jsons = Arrays.copyOf(jsons, length);
    booked = Arrays.copyOf(booked, length);
  }
}
