package io.dunning.cli;

import io.dunning.ledger.Creditor;
import io.dunning.letters.PostalAddress;
import io.dunning.letters.Sender;
import io.dunning.terms.WayToPay;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Reads who writes letters from a file of properties. */
final class LetterSender {
  static final String FILE = "sender.properties";

  private static final Set<String> KEYS =
      new TreeSet<>(
          List.of(
              "name",
              "address",
              "country",
              "person",
              "email",
              "phone",
              "iban",
              "account",
              "bank",
              "card_link",
              "client",
              "client_address",
              "client_country",
              "authority"));

  private final String where;
  private final Properties values = new Properties();

  private LetterSender(String where) {
    this.where = where;
  }

  static Sender read(Path file) {
    LetterSender sender = new LetterSender(file.toString());
    if (!Files.exists(file)) {
      throw new BadInputException(
          file + ": no such file\nMaybe write who sends the letters into it, or name it: --sender");
    }
    try (Reader in = LedgerFiles.open(Files.newInputStream(file))) {
      sender.values.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage());
    }
    return sender.sender();
  }

  /** Who writes for the sample ledger. */
  static Sender sample() {
    LetterSender sender = new LetterSender(FILE);
    try (InputStream in = LetterSender.class.getResourceAsStream("/sample-ledger/" + FILE)) {
      sender.values.load(LedgerFiles.open(in));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return sender.sender();
  }

  private Sender sender() {
    for (String key : new TreeSet<>(values.stringPropertyNames())) {
      if (!KEYS.contains(key)) {
        throw new BadInputException(
            where + ": " + Found.shortened(key) + " is not one of " + String.join(", ", KEYS));
      }
    }
    try {
      return Sender.of(creditor(), address("address", "country"))
          .answeredBy(text("person"), text("email"), text("phone"))
          .onBehalfOf(text("client"), address("client_address", "client_country"))
          .supervisedBy(text("authority"));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(where + ": " + e.getMessage());
    }
  }

  private Creditor creditor() {
    Creditor creditor = Creditor.of(text("name"));
    String account = text("iban").isEmpty() ? text("account") : text("iban");
    if (!account.isEmpty()) {
      creditor = creditor.paidBy(new WayToPay.Transfer(creditor.name(), account, text("bank")));
    }
    return text("card_link").isEmpty()
        ? creditor
        : creditor.paidBy(WayToPay.cardLink(text("card_link")));
  }

  private String text(String key) {
    return values.getProperty(key, "").strip();
  }

  private PostalAddress address(String lines, String country) {
    return new PostalAddress(lines(text(lines)), text(country));
  }

  /** Lines that semicolons separate. */
  static List<String> lines(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(l -> !l.isEmpty()).toList();
  }
}
