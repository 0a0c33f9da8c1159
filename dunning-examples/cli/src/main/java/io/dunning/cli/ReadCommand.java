package io.dunning.cli;

import io.dunning.bridges.document.BankFile;
import io.dunning.bridges.document.BankReader;
import io.dunning.bridges.document.DocumentKind;
import io.dunning.bridges.document.Finding;
import io.dunning.bridges.document.InvoiceReader;
import io.dunning.bridges.document.Mapped;
import io.dunning.bridges.document.StatusReader;
import io.dunning.bridges.document.XmlSource;
import io.dunning.ledger.Account;
import io.dunning.terms.PaymentTerms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a ledger from electronic invoices, statuses and bank files. */
@CommandLine.Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads electronic invoices (UBL, CII), their statuses (Peppol, France, "
          + "Italy) and bank files (camt.052, camt.053, camt.054), and writes a new "
          + "ledger folder with what they say.",
      "Payments are booked on the invoice that they quote beyond doubt; the " + "others are listed."
    })
final class ReadCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "the documents, in any order")
  List<Path> files;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description = "the ledger to which the documents are added (default: none)")
  Path ledger;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder that is written; nothing in it is overwritten")
  Path out;

  @Option(
      names = "--terms",
      paramLabel = "TERMS",
      description = "the terms of invoices that do not say when they fall due, such as 'net 30'")
  String terms;

  @Spec CommandSpec spec;

  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @Override
  public Integer call() {
    DocumentBooks books = new DocumentBooks(before(), notes);
    ReadInvoices invoices = new ReadInvoices(books, otherwise(), problems);
    List<ReadInvoices.Named> documents = new ArrayList<>();
    List<BankFile> bankFiles = new ArrayList<>();
    each(
        DocumentKind.INVOICE,
        f ->
            take(
                InvoiceReader.standard().read(f),
                i -> documents.add(new ReadInvoices.Named(f.name(), i))));
    invoices.all(documents);
    ReadStatuses statuses = new ReadStatuses(books);
    each(DocumentKind.STATUS, f -> take(StatusReader.standard().read(f), statuses::all));
    each(DocumentKind.BANK_FILE, f -> take(BankReader.standard().read(f), bankFiles::add));
    new ReadBankFiles(books).all(DocumentOrder.ofBank(bankFiles));
    if (!problems.isEmpty()) {
      throw new BadInputException(String.join("\n", problems));
    }
    write(new LedgerWriter("what was read").write(books.lines()));
    PrintWriter printed = spec.commandLine().getOut();
    printed.println(
        "wrote "
            + count(books.invoices(), "invoice")
            + " and "
            + count(books.events(), "event")
            + " to "
            + Visible.line(out.toString()));
    notes.forEach(n -> printed.println("- " + Visible.line(n)));
    return 0;
  }

  private static String count(int number, String what) {
    return number + " more " + what + (number == 1 ? "" : "s");
  }

  private List<Account> before() {
    if (ledger == null) {
      return List.of();
    }
    Problems found = new Problems();
    LedgerReader reader =
        LedgerReader.read(file -> LedgerFiles.open(ledger, file, in -> in), found);
    List<Account> accounts = reader.allAccounts();
    if (found.any()) {
      throw new BadInputException(found.toString());
    }
    return accounts;
  }

  private Optional<PaymentTerms> otherwise() {
    try {
      return Optional.ofNullable(terms).map(PaymentTerms::parse);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--terms: " + e.getMessage());
    }
  }

  /** The documents of a kind; one that no reader knows is told with the invoices. */
  private void each(DocumentKind kind, Consumer<XmlSource> reader) {
    for (Path file : files) {
      if (!Files.exists(file)) {
        if (kind == DocumentKind.INVOICE) {
          problems.add(file + ": no such file");
        }
        continue;
      }
      XmlSource source = XmlSource.of(file);
      if (DocumentKind.of(source).orElse(DocumentKind.INVOICE) == kind) {
        reader.accept(source);
      }
    }
  }

  private <T> void take(Mapped<T> read, Consumer<T> taker) {
    read.problems().forEach(p -> problems.add(text(p)));
    read.losses().forEach(l -> notes.add(loss(l)));
    read.value().ifPresent(taker);
  }

  /** A loss in one line, with the terms that are taken where an invoice has none. */
  private String loss(Finding loss) {
    String said = text(loss).lines().findFirst().orElse("");
    if (terms != null && loss.what().equals("nothing says when the invoice falls due")) {
      return said + ", so it has --terms: " + terms;
    }
    return said + loss.advice().map(a -> "; " + a).orElse("");
  }

  private static String text(Finding finding) {
    return finding.toString();
  }

  private void write(Map<String, String> texts) {
    for (String name : LedgerFiles.ALL) {
      if (Files.exists(out.resolve(name))) {
        throw new BadInputException(out.resolve(name) + ": exists already");
      }
    }
    try {
      Files.createDirectories(out);
      for (Map.Entry<String, String> each : texts.entrySet()) {
        Files.writeString(
            out.resolve(each.getKey()),
            each.getValue(),
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out, e);
    }
  }
}
