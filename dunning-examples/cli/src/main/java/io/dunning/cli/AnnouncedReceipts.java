package io.dunning.cli;

import io.dunning.bridges.document.BankTransaction;
import io.dunning.bridges.document.BankTransaction.Kind;
import io.dunning.bridges.document.ProposedReceipt;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.money.Money;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The receipts that a bank has announced. A bank that gives no references names a receipt anew when
 * it books it, so that only what else is known of both can show that they are one.
 */
final class AnnouncedReceipts {
  /** Stands in the ledger as the remark of a proposed receipt. */
  private static final String ANNOUNCED = "announced by the bank and not booked yet";

  /** How many days an announced receipt may take until it is booked. */
  private static final int DAYS = 10;

  private final Map<String, CandidateReceipt> open = new HashMap<>();
  private final Map<Key, Set<String>> openByKey = new HashMap<>();

  /** The documents of the transactions that are found to be an announced receipt. */
  private final Set<String> booked = new HashSet<>();

  /** Transactions that may be found to be a receipt whose announcement is read after them. */
  private final Map<Key, Map<String, BankTransaction>> unannounced = new HashMap<>();

  /** Who paid how much. */
  private record Key(String payer, Money amount) {
    static Key of(CandidateReceipt receipt) {
      return new Key(ReceiptBooks.comparable(receipt.from()), receipt.amount());
    }

    static List<Key> of(BankTransaction transaction) {
      String payer = ReceiptBooks.comparable(transaction.counterparty().orElse(""));
      return Stream.concat(Stream.of(transaction.amount()), transaction.instructed().stream())
          .map(m -> new Key(payer, m))
          .toList();
    }
  }

  /** The event that proposes a receipt, with a remark if the bank has only announced it. */
  static BookedEvent marked(BookedEvent proposed, ProposedReceipt receipt) {
    return receipt.isBooked() ? proposed : proposed.with(Evidence.NONE.withRemark(ANNOUNCED));
  }

  /** Takes a proposed receipt into account. */
  void add(BookedEvent entry) {
    boolean isAnnounced = entry.evidence().remark().filter(ANNOUNCED::equals).isPresent();
    if (isAnnounced && entry.event() instanceof CandidateReceipt receipt) {
      open.put(receipt.id(), receipt);
      openByKey.computeIfAbsent(Key.of(receipt), k -> new LinkedHashSet<>()).add(receipt.id());
    }
  }

  /** Takes into account that a receipt holds nothing any more. */
  void ended(String id) {
    CandidateReceipt receipt = open.remove(id);
    if (receipt != null) {
      openByKey.getOrDefault(Key.of(receipt), new HashSet<>()).remove(id);
    }
  }

  /** Takes into account that a transaction has ended an announced receipt. */
  void booked(BankTransaction transaction) {
    booked.add(transaction.document());
    of(transaction).forEach(m -> m.remove(transaction.document()));
  }

  /**
   * The announced receipt that a transaction books under another name, and that is ended by it: of
   * the same account, payer and amount, a few days before. Empty if there is none, or if the
   * transaction has ended one already.
   */
  Optional<String> alike(
      BankTransaction transaction, BiPredicate<String, BankTransaction> hasPlace) {
    if (transaction.kind() != Kind.RECEIPT || booked.contains(transaction.document())) {
      return Optional.empty();
    }
    Optional<String> found =
        Key.of(transaction).stream()
            .flatMap(k -> openByKey.getOrDefault(k, Set.of()).stream())
            .filter(open::containsKey)
            .filter(id -> isAlike(open.get(id), transaction))
            .filter(id -> hasPlace.test(id, transaction))
            .findFirst();
    of(transaction).forEach(m -> m.put(transaction.document(), transaction));
    found.ifPresent(
        id -> {
          ended(id);
          booked(transaction);
        });
    return found;
  }

  /**
   * Whether a receipt that is to be proposed was booked under another name by a transaction that
   * was read before; one transaction is one receipt only.
   */
  boolean isBooked(CandidateReceipt receipt, Predicate<BankTransaction> hasPlace) {
    Optional<BankTransaction> found =
        unannounced.getOrDefault(Key.of(receipt), Map.of()).values().stream()
            .filter(t -> isAlike(receipt, t))
            .filter(hasPlace)
            .findFirst();
    found.ifPresent(this::booked);
    return found.isPresent();
  }

  private Stream<Map<String, BankTransaction>> of(BankTransaction transaction) {
    return Key.of(transaction).stream()
        .map(k -> unannounced.computeIfAbsent(k, n -> new LinkedHashMap<>()));
  }

  /** Whether a receipt and a transaction of one payer and amount may be one. */
  private static boolean isAlike(CandidateReceipt receipt, BankTransaction transaction) {
    long days = ChronoUnit.DAYS.between(receipt.date(), transaction.date());
    return days >= 0
        && days <= DAYS
        && receipt.id().startsWith((transaction.account() + " ").stripLeading());
  }
}
