package io.dunning.cli;

import io.dunning.aging.AgingLine.Apart;
import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which open amounts aging shows apart from its bands. Together with the bands they add up. */
final class ApartOptions {
  @Option(
      names = "--claims-apart",
      description = "show disputed and promised amounts apart from the bands")
  private boolean claims;

  @Option(
      names = "--tolerance",
      paramLabel = "EUR=1.00",
      description =
          "show apart what is left of invoices that are paid but for this much; can be repeated")
  private Map<String, String> tolerance = new TreeMap<>();

  boolean isAny() {
    return claims || !tolerance.isEmpty();
  }

  /** What is shown apart and belongs to the total. */
  List<Apart> shown() {
    List<Apart> shown = new ArrayList<>();
    if (claims) {
      shown.add(Apart.DISPUTED);
      shown.add(Apart.PROMISED);
    }
    if (!tolerance.isEmpty()) {
      shown.add(Apart.DIFFERENCE);
    }
    return shown;
  }

  List<String> names() {
    return shown().stream().map(ApartOptions::name).toList();
  }

  static String name(Apart apart) {
    return apart.name().toLowerCase(Locale.ROOT);
  }

  /** What an account owes; only what is shown apart has a claim. */
  List<OpenItem> openItems(Account account, LocalDate day, Tolerance within) {
    return account.openItems(day, within).stream()
        .map(item -> claims || isDifference(item) ? item : item.claimed(OpenItem.Claim.PLAIN))
        .toList();
  }

  private static boolean isDifference(OpenItem item) {
    return item.claim() == OpenItem.Claim.DIFFERENCE;
  }

  /** What may be left of an invoice; nothing unless it is given. */
  Tolerance tolerance() {
    return Tolerance.upTo(
        tolerance.entrySet().stream()
            .map(e -> amount(e.getKey(), e.getValue()))
            .toArray(Money[]::new));
  }

  private static Money amount(String code, String text) {
    try {
      CurrencyUnit currency = CurrencyUnit.of(code);
      long plain = Digits.number(text.toCharArray(), 0, text.length(), currency.decimals());
      if (plain > 0) {
        return Money.ofMinor(plain, currency);
      }
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "--tolerance: not a currency code of ISO 4217: " + Found.shortened(code));
    }
    throw new BadInputException(
        "--tolerance: not an amount above zero such as 1.00: " + Found.shortened(text));
  }
}
