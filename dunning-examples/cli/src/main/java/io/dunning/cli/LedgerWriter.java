package io.dunning.cli;

import io.dunning.cli.LedgerLine.OfCustomer;
import io.dunning.cli.LedgerLine.OfEvent;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.cli.LinesReader.Numbered;
import io.dunning.event.AgreementEvent.PlanAgreed;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the files of a ledger folder from lines. It reads them again, and refuses each line that
 * does not come back as it was: CSV cannot hold everything that JSON can.
 */
final class LedgerWriter {
  private static final String CANNOT_HOLD = "a ledger folder cannot hold this";

  private final String file;
  private final SortedMap<Integer, Set<String>> problems = new TreeMap<>();

  LedgerWriter(String file) {
    this.file = file;
  }

  /**
   * The texts of the files, by their names.
   *
   * @throws BadInputException if a line does not fit to the others, or a folder cannot hold it;
   *     names all such lines
   */
  Map<String, String> write(List<Numbered> lines) {
    List<Numbered> good = sorted(fitting(lines));
    Map<String, String> texts = Map.of();
    boolean again = true;
    while (again) {
      Set<Integer> flawed = new HashSet<>();
      texts = tryOut(good, flawed);
      // what else is wrong shows once these are gone
      good = without(good, flawed);
      again = !flawed.isEmpty() && !good.isEmpty();
    }
    if (!problems.isEmpty()) {
      Problems all = new Problems();
      problems.forEach((at, said) -> said.forEach(p -> all.add(file, at, "", p, null)));
      throw new BadInputException(all.toString());
    }
    return texts;
  }

  private void note(int at, String problem) {
    problems.computeIfAbsent(at, line -> new LinkedHashSet<>()).add(problem);
  }

  /** The lines that fit together; notes what is wrong with the others. */
  private List<Numbered> fitting(List<Numbered> lines) {
    Map<String, Numbered> customers = new LinkedHashMap<>();
    Map<String, Numbered> invoices = new LinkedHashMap<>();
    Set<String> owing = new HashSet<>();
    for (Numbered each : lines) {
      if (each.line() instanceof OfCustomer customer) {
        first(customers, customer.customer(), each, "customer");
      } else if (each.line() instanceof OfInvoice invoice) {
        first(invoices, invoice.invoice().number(), each, "invoice");
        owing.add(invoice.customer());
      }
    }
    Map<List<Object>, Integer> plans = new LinkedHashMap<>();
    List<Numbered> good = new ArrayList<>();
    for (Numbered each : lines) {
      boolean fits = fits(each, customers, invoices, owing);
      if (fits && !repeats(each, customers, invoices) && !hidesPlan(each, plans)) {
        good.add(each);
      }
    }
    return good;
  }

  private void first(Map<String, Numbered> all, String key, Numbered line, String what) {
    Numbered first = all.putIfAbsent(key, line);
    if (first != null) {
      String shown = Found.shortened(key);
      note(line.at(), what + " appears twice, first in line " + first.at() + ": " + shown);
    }
  }

  private static boolean repeats(
      Numbered each, Map<String, Numbered> customers, Map<String, Numbered> invoices) {
    if (each.line() instanceof OfCustomer customer) {
      return customers.get(customer.customer()) != each;
    }
    return each.line() instanceof OfInvoice invoice
        && invoices.get(invoice.invoice().number()) != each;
  }

  private boolean fits(
      Numbered each,
      Map<String, Numbered> customers,
      Map<String, Numbered> invoices,
      Set<String> owing) {
    String customer = each.line().customer();
    String key = each.line().number().orElse(customer);
    if (!key.equals(key.strip()) || key.isEmpty()) {
      note(each.at(), CANNOT_HOLD + ": blanks around " + Found.shortened(key));
      return false;
    }
    if (!customers.containsKey(customer)) {
      note(each.at(), "no line has this customer: " + Found.shortened(customer));
      return false;
    }
    return !(each.line() instanceof OfEvent event)
        || (event.number().isPresent()
            ? fitsInvoice(each, event.number().get(), invoices)
            : owes(each, owing));
  }

  private boolean owes(Numbered each, Set<String> owing) {
    boolean owes = owing.contains(each.line().customer());
    if (!owes) {
      note(each.at(), CANNOT_HOLD + ": an event of a customer without invoices");
    }
    return owes;
  }

  private boolean fitsInvoice(Numbered each, String number, Map<String, Numbered> invoices) {
    Numbered invoice = invoices.get(number);
    if (invoice == null) {
      note(each.at(), "no line has this invoice: " + Found.shortened(number));
      return false;
    }
    String owner = invoice.line().customer();
    boolean same = owner.equals(each.line().customer());
    if (!same) {
      note(each.at(), "the invoice is of another customer: " + Found.shortened(owner));
    }
    return same;
  }

  /** Whether rows of a plan would be taken for more instalments of one before; notes it. */
  private boolean hidesPlan(Numbered each, Map<List<Object>, Integer> plans) {
    if (each.line() instanceof OfEvent line && line.entry().event() instanceof PlanAgreed plan) {
      List<Object> key =
          List.of(line.customer(), line.number(), plan.date(), plan.settles(), plan.proposedOn());
      Integer first = plans.putIfAbsent(key, each.at());
      if (first != null) {
        note(each.at(), CANNOT_HOLD + ": a second plan of one day, beside that of line " + first);
      }
      return first != null;
    }
    return false;
  }

  /** The lines in the order in which a ledger has them. */
  private static List<Numbered> sorted(List<Numbered> lines) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Numbered each : lines) {
      if (each.line() instanceof OfInvoice) {
        each.line().number().ifPresent(n -> places.put(n, places.size()));
      }
    }
    List<Numbered> all = new ArrayList<>(lines);
    all.sort(
        Comparator.comparing((Numbered n) -> n.line().customer(), PlainOrder.BY_CODE_POINT)
            .thenComparing(n -> rank(n.line()))
            .thenComparing(n -> n.line().number().map(places::get).orElse(0))
            .thenComparing(n -> n.line() instanceof OfEvent)
            .thenComparing(
                (a, b) ->
                    a.line() instanceof OfEvent one && b.line() instanceof OfEvent other
                        ? one.entry().event().date().compareTo(other.entry().event().date())
                        : 0));
    return all;
  }

  /** The customer first, then the invoices with their events, then other events. */
  private static int rank(LedgerLine line) {
    return line instanceof OfCustomer ? 0 : line.number().isPresent() ? 1 : 2;
  }

  private static List<Numbered> without(List<Numbered> lines, Set<Integer> flawed) {
    Set<String> customers = new HashSet<>();
    Set<String> invoices = new HashSet<>();
    for (Numbered each : lines) {
      if (flawed.contains(each.at()) && each.line() instanceof OfCustomer) {
        customers.add(each.line().customer());
      } else if (flawed.contains(each.at()) && each.line() instanceof OfInvoice) {
        each.line().number().ifPresent(invoices::add);
      }
    }
    return lines.stream()
        .filter(n -> !flawed.contains(n.at()))
        .filter(n -> !customers.contains(n.line().customer()))
        .filter(n -> n.line().number().filter(invoices::contains).isEmpty())
        .toList();
  }

  /** Writes and reads lines; notes what is wrong, and which lines cannot be read at all. */
  private Map<String, String> tryOut(List<Numbered> lines, Set<Integer> flawed) {
    LedgerRows rows = new LedgerRows();
    lines.forEach(n -> rows.add(n.line(), n.at()));
    for (CsvFile each : rows.files().values()) {
      each.unwritable()
          .forEach(
              (at, what) -> {
                flawed.add(at);
                note(at, CANNOT_HOLD + ": " + what);
              });
    }
    if (!flawed.isEmpty()) {
      return Map.of();
    }
    return readAgain(lines, rows, flawed);
  }

  private Map<String, String> readAgain(
      List<Numbered> lines, LedgerRows rows, Set<Integer> flawed) {
    Map<String, String> texts = new TreeMap<>();
    Map<String, NavigableMap<Long, Integer>> sources = new TreeMap<>();
    rows.files()
        .forEach(
            (name, csv) -> {
              texts.put(name, csv.text());
              sources.put(name, csv.sources());
            });
    Problems found =
        new Problems() {
          @Override
          void add(String name, long line, String column, String what, String cell) {
            int at = sources.get(name).floorEntry(line).getValue();
            flawed.add(at);
            String where = column.isEmpty() ? "" : column + ": ";
            note(at, where + what + (cell == null ? "" : ": " + Found.shortened(cell)));
          }
        };
    LedgerReader reader = LedgerReader.read(name -> reader(texts.get(name)), found);
    List<LedgerLine> again = LedgerLine.of(reader.allAccounts());
    compare(lines, again, flawed);
    return texts;
  }

  private static Reader reader(String text) {
    return text == null ? Reader.nullReader() : new StringReader(text);
  }

  private void compare(List<Numbered> lines, List<LedgerLine> again, Set<Integer> flawed) {
    Set<String> unsure = new HashSet<>();
    for (Numbered each : lines) {
      if (flawed.contains(each.at())) {
        unsure.add(each.line().customer());
      }
    }
    List<Numbered> expected =
        lines.stream().filter(n -> !unsure.contains(n.line().customer())).toList();
    List<LedgerLine> found = again.stream().filter(l -> !unsure.contains(l.customer())).toList();
    if (expected.size() != found.size()) {
      throw new IllegalStateException("rows were lost: " + expected.size() + ", " + found.size());
    }
    for (int i = 0; i < found.size(); i++) {
      Numbered one = expected.get(i);
      JsonDifference.between(one.line().json(), found.get(i).json())
          .forEach((path, value) -> note(one.at(), refused(path, value)));
    }
  }

  private static String refused(String path, String value) {
    return path + ": " + CANNOT_HOLD + ": " + Found.shortened(value);
  }
}
