package io.dunning.cli;

import io.dunning.bridges.document.BankFile;
import io.dunning.bridges.document.BankTransaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which documents are booked: it does not depend on the order of their files. */
final class DocumentOrder {
  private static final int CORRECTED = 2;

  private final Map<String, List<ReadInvoices.Named>> byNumber = new HashMap<>();

  /** What lowers an invoice, by the number of the invoice. */
  private final Map<String, List<ReadInvoices.Named>> lowering = new HashMap<>();

  private DocumentOrder(List<ReadInvoices.Named> sorted) {
    for (ReadInvoices.Named each : sorted) {
      put(byNumber, each.document().number(), each);
      if (each.lowers()) {
        preceding(each).forEach(n -> put(lowering, n, each));
      }
    }
  }

  private static void put(
      Map<String, List<ReadInvoices.Named>> all, String number, ReadInvoices.Named document) {
    all.computeIfAbsent(number, n -> new ArrayList<>()).add(document);
  }

  private static List<String> preceding(ReadInvoices.Named read) {
    return read.document().references().preceding();
  }

  /**
   * Invoices, then what lowers them, then corrected invoices, each by day and number; but a
   * document comes after those that it names, and a corrected invoice after all that lowers the
   * invoice before it.
   */
  static List<ReadInvoices.Named> of(List<ReadInvoices.Named> read) {
    List<ReadInvoices.Named> sorted = new ArrayList<>(read);
    sorted.sort(
        Comparator.comparing(DocumentOrder::rank)
            .thenComparing(n -> n.document().issued())
            .thenComparing(n -> n.document().number())
            .thenComparing(ReadInvoices.Named::file));
    return new DocumentOrder(sorted).afterWhatTheyName(sorted);
  }

  private static int rank(ReadInvoices.Named read) {
    return read.lowers() ? 1 : read.document().isCorrected() ? CORRECTED : 0;
  }

  private List<ReadInvoices.Named> afterWhatTheyName(List<ReadInvoices.Named> sorted) {
    List<ReadInvoices.Named> all = new ArrayList<>();
    Set<ReadInvoices.Named> begun = same();
    Set<ReadInvoices.Named> done = same();
    for (ReadInvoices.Named each : sorted) {
      Deque<ReadInvoices.Named> open = new ArrayDeque<>(List.of(each));
      while (!open.isEmpty()) {
        ReadInvoices.Named next = open.peek();
        // documents that name each other keep the order in which they were sorted
        List<ReadInvoices.Named> first = begun.add(next) ? before(next) : List.of();
        List<ReadInvoices.Named> left = first.stream().filter(n -> !begun.contains(n)).toList();
        if (left.isEmpty() && done.add(open.pop())) {
          all.add(next);
        }
        for (int i = left.size() - 1; i >= 0; i--) {
          open.push(left.get(i));
        }
      }
    }
    return all;
  }

  /** A set in which a file that is given twice stands twice. */
  private static Set<ReadInvoices.Named> same() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private List<ReadInvoices.Named> before(ReadInvoices.Named read) {
    List<ReadInvoices.Named> all = new ArrayList<>();
    for (String each : preceding(read)) {
      all.addAll(byNumber.getOrDefault(each, List.of()));
      if (rank(read) == CORRECTED) {
        all.addAll(lowering.getOrDefault(each, List.of()));
      }
    }
    return all;
  }

  /**
   * The same files with all their transactions by day and document in one more file, as a statement
   * may repeat or take back what is in another.
   */
  static List<BankFile> ofBank(List<BankFile> files) {
    List<BankFile> sorted = new ArrayList<>();
    List<BankTransaction> transactions = new ArrayList<>();
    for (BankFile each : files) {
      sorted.add(new BankFile(each.message(), each.statements(), List.of()));
      transactions.addAll(each.transactions());
    }
    transactions.sort(
        Comparator.comparing(BankTransaction::date).thenComparing(BankTransaction::document));
    sorted.add(new BankFile("", List.of(), transactions));
    return sorted;
  }
}
