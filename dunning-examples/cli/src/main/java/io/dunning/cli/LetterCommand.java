package io.dunning.cli;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.letters.LetterComposer;
import io.dunning.letters.LetterContent;
import io.dunning.letters.LetterKind;
import io.dunning.letters.Letters;
import io.dunning.letters.PostalAddress;
import io.dunning.letters.Sender;
import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the letter that is due. */
@CommandLine.Command(
    name = "letter",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the letter that is due about one invoice or customer.",
      "",
      "It can also confirm a promise to pay, or give thanks for a payment: --kind."
    })
final class LetterCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  ExplainCommand.Subject subject;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description =
          "folder with invoices.csv and events.csv (default: the sample ledger of the tour)")
  Path folder;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "the day of the letter (default with the sample ledger: its day, or later)")
  String asOf;

  @Option(
      names = "--policy",
      defaultValue = "standard-b2b",
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy (default: ${DEFAULT-VALUE})")
  String policy;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "reminder, notice, demand, settlement-offer or plan-proposal: the step that is written;"
              + " promise-confirmation or thanks: about the latest promise or payment"
              + " (default: whatever step is due)")
  String purpose;

  @Option(
      names = "--next",
      description = "if nothing is to be written that day, write the letter that comes next")
  boolean next;

  @Option(
      names = "--once-approved",
      description = "also write what still has to be approved by a person")
  boolean approved;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description =
          "en, de, fr or ko, perhaps with a region: en-US (default: the language of the customer's"
              + " first person who has one, or en)")
  String language;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "a .pdf, .html or .txt file (default: print the text)")
  Path out;

  @Option(
      names = "--sms",
      paramLabel = "PARTS",
      description = "print a text message of at most so many parts instead of the letter")
  int parts;

  @Option(
      names = "--sender",
      paramLabel = "FILE",
      description = "who writes (default: sender.properties in the folder of the ledger)")
  Path sender;

  @Option(
      names = "--words",
      paramLabel = "DIR",
      description = "folder with your own phrases and templates")
  Path words;

  @Option(
      names = "--font",
      paramLabel = "FILE",
      description =
          "a font for letters of a PDF that neither the program nor the system has; can be repeated")
  List<Path> fonts = new ArrayList<>();

  @Mixin Holidays holidays = new Holidays();

  @Spec CommandSpec spec;

  private Logger pdfLog;

  @Override
  public Integer call() {
    // the maker of PDF files tells a log what it reads; kept, so that its level is kept
    pdfLog = Logger.getLogger("org.apache.pdfbox");
    pdfLog.setLevel(Level.OFF);
    String kind = kind();
    DunningPolicy rules = Policies.one("--policy", policy);
    Account account = account(folder == null ? TourCommand.sample() : LedgerReader.read(folder));
    try {
      LetterContent content = content(rules, account);
      Letters letters = words == null ? Letters.standard() : Letters.from(words);
      letters = letters.withInstalledFonts();
      for (Path each : fonts) {
        letters = letters.withFont(each);
      }
      write(letters, content, kind, locale(account, letters));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage().replace("with Letters.withFont", "with --font"));
    }
    return 0;
  }

  /** The language that is asked for, or that of a person who speaks one of those of the letters. */
  private Locale locale(Account account, Letters letters) {
    if (language == null) {
      return account.customer().persons().stream()
          .flatMap(person -> person.language().stream())
          .filter(each -> letters.languages().contains(each.getLanguage()))
          .findFirst()
          .orElse(Locale.ENGLISH);
    }
    Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
    if (locale.getLanguage().isEmpty()) {
      throw new BadInputException(
          "--lang: is not a language such as de or en-US: " + Found.shortened(language));
    }
    return locale;
  }

  /** What is written: the extension of the file. */
  private String kind() {
    if (out == null) {
      return "txt";
    }
    String name = out.getFileName() == null ? "" : out.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String end = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (dot < 1 || !List.of("pdf", "html", "txt").contains(end)) {
      throw new BadInputException("--out: does not end with .pdf, .html or .txt: " + out);
    }
    return end;
  }

  private Account account(Ledger ledger) {
    Optional<Account> found =
        subject.invoice != null
            ? ledger.ofInvoice(subject.invoice)
            : ledger.ofCustomer(subject.customer);
    String option =
        subject.invoice != null ? "--invoice: no such invoice: " : "--customer: no such customer: ";
    String named = subject.invoice != null ? subject.invoice : subject.customer;
    return found.orElseThrow(() -> new BadInputException(option + Found.shortened(named)));
  }

  private LetterContent content(DunningPolicy rules, Account account) {
    if (asOf == null && folder != null) {
      throw new BadInputException("--as-of: is needed with --ledger");
    }
    LocalDate day = asOf == null ? TourCommand.TODAY : Command.date("--as-of", asOf);
    DunningEvaluator evaluator = holidays.evaluator();
    LetterFinder finder =
        new LetterFinder(
            evaluator,
            rules,
            LetterComposer.of(evaluator, sender()),
            account,
            address(account.customer()),
            subject.invoice,
            note -> spec.commandLine().getErr().println(note));
    Optional<LetterKind> wanted = Optional.ofNullable(purpose).map(LetterCommand::kindOf);
    if (wanted.filter(k -> k == LetterKind.PROMISE_CONFIRMATION).isPresent()) {
      return finder.promise(day);
    }
    if (wanted.filter(k -> k == LetterKind.THANKS).isPresent()) {
      return finder.thanks(day);
    }
    return finder.step(wanted, day, next || asOf == null, approved);
  }

  private static LetterKind kindOf(String name) {
    List<String> keys = Arrays.stream(LetterKind.values()).map(LetterKind::key).toList();
    int at = keys.indexOf(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    if (at < 0) {
      throw new BadInputException(
          "--kind: " + Found.shortened(name) + " is not one of " + String.join(", ", keys));
    }
    return LetterKind.values()[at];
  }

  private Sender sender() {
    if (sender != null) {
      return LetterSender.read(sender);
    }
    return folder == null
        ? LetterSender.sample()
        : LetterSender.read(folder.resolve(LetterSender.FILE));
  }

  private static PostalAddress address(Customer customer) {
    String lines = customer.facts().getOrDefault(CustomerRow.ADDRESS, "");
    return new PostalAddress(LetterSender.lines(lines), customer.country().orElse(""));
  }

  private void write(Letters letters, LetterContent content, String kind, Locale locale) {
    if (out == null) {
      String sms = parts > 0 ? letters.sms(content, locale, parts).text() + "\n" : "";
      String text = parts > 0 ? sms : letters.text(content, locale);
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
      return;
    }
    byte[] bytes =
        switch (kind) {
          case "pdf" -> letters.pdf(content, locale);
          case "html" -> letters.html(content, locale).getBytes(StandardCharsets.UTF_8);
          default -> letters.text(content, locale).getBytes(StandardCharsets.UTF_8);
        };
    try {
      Files.write(out, bytes);
    } catch (IOException e) {
      throw new BadInputException("--out: cannot be written: " + out);
    }
    spec.commandLine()
        .getOut()
        .println(
            out
                + ": "
                + content.kind()
                + " of "
                + content.date()
                + ", "
                + letters.subject(content, locale));
  }
}
