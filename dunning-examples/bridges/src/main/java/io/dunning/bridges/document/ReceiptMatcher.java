package io.dunning.bridges.document;

import io.dunning.bridges.document.BankTransaction.Kind;
import io.dunning.ledger.Invoice;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the invoices that a transaction quotes.
 *
 * <p>Numbers are compared by their letters and digits, capital or small; blanks, hyphens and
 * slashes do not matter. A number stands for itself in a structured reference, in the list of
 * documents, and behind the check digits of a reference by ISO 11649. In free text and in the
 * payer's own reference it counts if it has at least four letters and digits: as a whole word, or
 * as several words in a row if the number itself has signs between its parts.
 *
 * <p>A number of digits alone is also a year, a date or an amount. In free text and in the payer's
 * own reference it is beyond doubt only if the payer {@linkplain #knowing has the name} of the
 * customer who owes the invoice. So is a payer's own reference of fewer than four letters and
 * digits. Immutable and thread-safe.
 */
public final class ReceiptMatcher {
  /** Shorter numbers stand in any text by chance. */
  private static final int SHORTEST = 4;

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ISO_11649 = Pattern.compile("RF\\d{2}[A-Z0-9]{1,21}");

  private static final Pattern DIGITS = Pattern.compile("\\p{N}+");

  private final Collection<Invoice> open;
  private final Map<String, String> names;
  private final Map<String, List<Invoice>> known = new LinkedHashMap<>();
  private final int mostWords;

  private ReceiptMatcher(Collection<Invoice> open, Map<String, String> names) {
    this.open = List.copyOf(open);
    this.names = Map.copyOf(names);
    int words = 1;
    for (Invoice each : open) {
      known.computeIfAbsent(packed(each.number()), n -> new ArrayList<>()).add(each);
      words = Math.max(words, SIGNS.split(each.number()).length);
    }
    known.remove("");
    mostWords = words;
  }

  /**
   * {@return a matcher for open invoices}
   *
   * @param open the invoices that a payment may quote
   */
  public static ReceiptMatcher of(Collection<Invoice> open) {
    return new ReceiptMatcher(Objects.requireNonNull(open, "open"), Map.of());
  }

  /**
   * {@return this matcher, which knows who owes the invoices} It takes a number of digits alone, or
   * a very short one, as quoted beyond doubt if the payer has this name.
   *
   * @param names the names of customers, by the numbers of their invoices
   */
  public ReceiptMatcher knowing(Map<String, String> names) {
    return new ReceiptMatcher(open, Objects.requireNonNull(names, "names"));
  }

  private static String packed(String number) {
    return SIGNS.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /**
   * {@return the open invoices that a transaction quotes, the surest place first}
   *
   * @param transaction a transaction of a bank file
   */
  public List<Invoice> quotedBy(BankTransaction transaction) {
    Objects.requireNonNull(transaction, "transaction");
    Set<Invoice> found = inStructure(transaction.references());
    transaction.references().endToEndId().ifPresent(e -> whole(e, found));
    inText(transaction.references().text(), found);
    return List.copyOf(found);
  }

  private Set<Invoice> inStructure(PaymentReferences quoted) {
    Set<Invoice> found = new LinkedHashSet<>();
    quoted.creditorReferences().forEach(r -> whole(r, found));
    quoted.documents().forEach(d -> whole(d, found));
    return found;
  }

  /**
   * {@return whether an invoice that a transaction quotes may be meant only by chance} Its number
   * is of digits alone or very short, stands in free text or in the payer's own reference, and the
   * payer has another name than the customer, or one of them has none.
   *
   * @param invoice an invoice that it quotes
   * @param transaction a transaction of a bank file
   */
  public boolean isDoubtful(Invoice invoice, BankTransaction transaction) {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(transaction, "transaction");
    String packed = packed(invoice.number());
    boolean isTelling = packed.length() >= SHORTEST && !DIGITS.matcher(packed).matches();
    if (isTelling || inStructure(transaction.references()).contains(invoice)) {
      return false;
    }
    Set<Invoice> checked = new LinkedHashSet<>();
    transaction.references().endToEndId().ifPresent(e -> behindCheckDigits(packed(e), checked));
    for (String word : SIGNS.split(transaction.references().text())) {
      behindCheckDigits(packed(word), checked);
    }
    return !checked.contains(invoice) && !hasNameOfPayer(invoice, transaction);
  }

  private boolean hasNameOfPayer(Invoice invoice, BankTransaction transaction) {
    String name = comparable(names.getOrDefault(invoice.number(), ""));
    return !name.isEmpty()
        && transaction
            .counterparty()
            .map(ReceiptMatcher::comparable)
            .filter(name::equals)
            .isPresent();
  }

  /** A name without accents, signs and the difference between capital and small letters. */
  private static String comparable(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return packed(plain);
  }

  private void whole(String reference, Set<Invoice> found) {
    String packed = packed(reference);
    found.addAll(known.getOrDefault(packed, List.of()));
    behindCheckDigits(packed, found);
  }

  private void behindCheckDigits(String packed, Set<Invoice> found) {
    if (ISO_11649.matcher(packed).matches() && isChecked(packed)) {
      found.addAll(known.getOrDefault(packed.substring(4), List.of()));
    }
  }

  /** Whether the check digits of a reference by ISO 11649 are right. */
  private static boolean isChecked(String reference) {
    StringBuilder digits = new StringBuilder();
    (reference.substring(4) + reference.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  private void inText(String text, Set<Invoice> found) {
    String[] words = SIGNS.split(text.strip());
    for (int from = 0; from < words.length; from++) {
      StringBuilder number = new StringBuilder();
      for (int to = from; to < Math.min(words.length, from + mostWords); to++) {
        number.append(words[to].toUpperCase(Locale.ROOT));
        if (number.length() >= SHORTEST) {
          boolean isOneWord = to == from;
          known.getOrDefault(number.toString(), List.of()).stream()
              .filter(i -> isOneWord || SIGNS.matcher(i.number().strip()).find())
              .forEach(found::add);
        }
      }
      if (ISO_11649.matcher(words[from].toUpperCase(Locale.ROOT)).matches()) {
        whole(words[from], found);
      }
    }
  }

  /**
   * {@return the one invoice that a receipt pays beyond doubt: it is booked, quotes this invoice
   * and no other, {@linkplain #isDoubtful not by chance}, and is not more than the invoice amount
   * in its currency; otherwise empty}
   *
   * @param transaction a transaction of a bank file
   */
  public Optional<Invoice> paidBy(BankTransaction transaction) {
    List<Invoice> quoted = quotedBy(transaction);
    if (transaction.kind() != Kind.RECEIPT || quoted.size() != 1) {
      return Optional.empty();
    }
    Invoice invoice = quoted.get(0);
    if (isDoubtful(invoice, transaction)) {
      return Optional.empty();
    }
    return transaction
        .amountIn(invoice.amount().currency())
        .filter(paid -> paid.compareTo(invoice.amount()) <= 0)
        .map(paid -> invoice);
  }

  /**
   * {@return the receipt to propose for money that came in or is announced and does not {@linkplain
   * #paidBy pay one invoice beyond doubt}; empty for every other transaction} Its {@linkplain
   * ProposedReceipt#event event} holds steps until somebody has looked at it.
   *
   * @param transaction a transaction of a bank file
   */
  public Optional<ProposedReceipt> proposed(BankTransaction transaction) {
    boolean isBooked = transaction.kind() == Kind.RECEIPT;
    boolean comesIn = isBooked || transaction.kind() == Kind.EXPECTED_RECEIPT;
    if (!comesIn || transaction.amount().isZero() || paidBy(transaction).isPresent()) {
      return Optional.empty();
    }
    LocalDate booked = transaction.bookedOn();
    return Optional.of(
        new ProposedReceipt(
            transaction.document(),
            booked.isBefore(transaction.date()) ? booked : transaction.date(),
            transaction.amount(),
            isBooked,
            transaction.counterparty(),
            quotedBy(transaction).stream().map(Invoice::number).toList()));
  }
}
