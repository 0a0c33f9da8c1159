package io.dunning.portfolio;

import java.util.Arrays;

/**
 * Gives each customer a number: 0, 1, 2 and so on, in the order in which they come. It keeps their
 * ids as bytes, with other texts that belong to them, and finds a customer by the hash of the id.
 */
final class TableIndex {
  private TableText texts = new TableText();
  private long[] places = new long[16];
  private int size;

  /** The hash of a customer, then one more than the number, by hash; 0 where there is none. */
  private long[] slots = new long[32];

  int size() {
    return size;
  }

  /** The number of a customer; -1 if there is none. */
  int find(TextDraft text) {
    int mask = slots.length - 1;
    int hash = TableText.hash(text);
    for (int slot = hash & mask; slots[slot] != 0; slot = slot + 1 & mask) {
      int number = (int) slots[slot] - 1;
      if (slots[slot] >> 32 == hash && texts.isFirst(places[number], text)) {
        return number;
      }
    }
    return -1;
  }

  /** Gives a customer who has none the next number. */
  int add(TextDraft text) {
    int number = size++;
    grow();
    places[number] = texts.store(text);
    enter((long) TableText.hash(text) << 32 | number + 1);
    return number;
  }

  private void grow() {
    if (size > places.length) {
      places = Arrays.copyOf(places, Math.addExact(size, size / 2));
    }
    if (2L * size > slots.length) {
      long[] before = slots;
      slots = new long[2 * before.length];
      for (long each : before) {
        if (each != 0) {
          enter(each);
        }
      }
    }
  }

  private void enter(long hashAndNumber) {
    int mask = slots.length - 1;
    int slot = (int) (hashAndNumber >> 32) & mask;
    while (slots[slot] != 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = hashAndNumber;
  }

  /** Gives a customer other texts, behind the same id; says whether they differ from before. */
  boolean replace(int number, TextDraft text) {
    boolean differ = !texts.isSame(places[number], text);
    if (differ) {
      texts.release(places[number]);
      places[number] = texts.store(text);
    }
    return differ;
  }

  /** The text of a customer with a number: the id, then the others. */
  String text(int customer, int number) {
    return texts.text(places[customer], number);
  }

  /** Writes the texts together if most are of customers that got others. */
  void tidy() {
    if (texts.isMostlyFree()) {
      TableText together = new TableText();
      for (int i = 0; i < size; i++) {
        places[i] = together.store(texts, places[i]);
      }
      texts = together;
    }
  }

  /** How many bytes everything takes. */
  long bytes() {
    return 8L * places.length + 8L * slots.length + texts.bytes();
  }
}
