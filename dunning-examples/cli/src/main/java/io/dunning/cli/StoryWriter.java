package io.dunning.cli;

import io.dunning.check.World;
import io.dunning.check.World.Moment;
import io.dunning.cli.LedgerLine.OfCustomer;
import io.dunning.cli.LedgerLine.OfEvent;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.BookedEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the story of a world as the lines of a file, which {@link StoryFile} reads. */
final class StoryWriter {
  private final World world;
  private final List<StoryLine> lines = new ArrayList<>();

  private StoryWriter(World world) {
    this.world = world;
  }

  /**
   * The lines of a story.
   *
   * @param title what the story shows; empty for none
   * @param policy the name of its policy; empty if it fits any
   */
  static List<String> lines(World world, String title, Optional<String> policy) {
    StoryWriter writer = new StoryWriter(world);
    if (!title.isEmpty()) {
      writer.add(null, StoryFile.STORY + " " + title.replaceAll("\\s+", " "));
    }
    policy.ifPresent(p -> writer.add(null, StoryFile.POLICY + " " + StoryLine.quoted(p)));
    writer.start();
    world.moments().forEach(writer::moment);
    writer.end();
    return writer.lines.stream().map(StoryLine::toString).toList();
  }

  /** The text of a file with a story. */
  static String text(World world, String title, Optional<String> policy) {
    return String.join("\n", lines(world, title, policy)) + "\n";
  }

  private StoryLine add(LocalDate day, String head) {
    StoryLine line = StoryLine.of(day, head);
    lines.add(line);
    return line;
  }

  private void start() {
    Account start = world.start();
    List<LedgerLine> all = LedgerLine.of(List.of(start));
    for (LedgerLine each : all) {
      if (each instanceof OfCustomer customer) {
        customer(customer);
      } else if (each instanceof OfInvoice) {
        row(null, StoryFile.INVOICE, each, LedgerFiles.INVOICES, Column.INVOICE);
      }
    }
    for (LedgerLine each : all) {
      if (each instanceof OfEvent event) {
        for (Map<Column, String> row : rows(each, LedgerFiles.EVENTS)) {
          String day = StoryFile.PAST + " " + event.entry().event().date();
          event(add(null, day + " " + row.get(Column.TYPE)), row);
        }
      }
    }
  }

  private void customer(OfCustomer line) {
    StoryLine told = row(null, StoryFile.CUSTOMER, line, LedgerFiles.CUSTOMERS, Column.CUSTOMER);
    Customer customer = line.of();
    customer
        .facts()
        .forEach(
            (name, value) -> {
              if (!name.equals(CustomerRow.ADDRESS)) {
                told.with(StoryFile.FACT, name + " is " + value);
              }
            });
  }

  private static List<Map<Column, String>> rows(LedgerLine line, String file) {
    LedgerRows rows = new LedgerRows();
    rows.add(line, 0);
    return rows.files().get(file).cells();
  }

  private StoryLine row(LocalDate day, String word, LedgerLine line, String file, Column name) {
    Map<Column, String> cells = rows(line, file).get(0);
    StoryLine told = add(day, word + " " + StoryLine.quoted(cells.get(name)));
    cells.forEach(
        (column, cell) -> {
          if (column != name && column != Column.CUSTOMER) {
            told.with(column.toString(), cell);
          }
        });
    return told;
  }

  private static void event(StoryLine told, Map<Column, String> cells) {
    cells.forEach(
        (column, cell) -> {
          if (column != Column.DATE && column != Column.TYPE && column != Column.CUSTOMER) {
            told.with(column.toString(), cell);
          }
        });
  }

  private void moment(Moment moment) {
    if (moment.step().isPresent()) {
      take(moment, moment.step().get());
    } else {
      happens(moment, moment.event().orElseThrow());
    }
  }

  private void happens(Moment moment, LedgerEvent event) {
    if (event instanceof StepEvent.StepApproved approved
        && event.equals(LedgerEvent.stepApproved(moment.day(), approved.step()))) {
      add(moment.day(), StoryFile.APPROVE + " " + StoryLine.quoted(approved.step()))
          .with(StoryFile.INVOICE, invoice(moment));
      return;
    }
    String customer = world.start().customer().id();
    OfEvent line = new OfEvent(customer, moment.invoice(), new BookedEvent(event, event.date()));
    for (Map<Column, String> row : rows(line, LedgerFiles.EVENTS)) {
      event(add(moment.day(), row.get(Column.TYPE)), row);
    }
  }

  /** Which invoice a line is about; null if there is only one. */
  private String invoice(Moment moment) {
    return invoice(moment.invoice().orElseThrow());
  }

  private String invoice(String number) {
    return world.start().invoices().size() > 1 ? number : null;
  }

  private void take(Moment moment, Recommendation step) {
    StoryLine told =
        add(moment.day(), StoryFile.TAKE + " " + StoryLine.quoted(step.step().orElseThrow()))
            .with(StoryFile.INVOICE, invoice(moment))
            .with(StoryFile.BY, step.channel().orElse(null))
            .with(StoryFile.TONE, step.tone().orElse(null))
            .with(StoryFile.GRANTS, step.deadline().orElse(null));
    told.with(
        StoryFile.CHARGES,
        sums(
            step.assessments().values().stream()
                .flatMap(List::stream)
                .map(ChargeEvent.ChargeAssessed::amount)));
    told.with(
        StoryFile.OFFERS, sums(step.settlements().values().stream().map(SettlementQuote::amount)));
  }

  private static String sums(Stream<Money> amounts) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    amounts.forEach(a -> sums.merge(a.currency(), a, Money::plus));
    return sums.isEmpty()
        ? null
        : sums.values().stream().map(Money::toString).collect(Collectors.joining(" and "));
  }

  /** What the policy says on the last day, and when it looks again. */
  private void end() {
    LocalDate last = world.lastDay();
    DunningEvaluator evaluator = DunningEvaluator.on(world.calendar());
    for (Recommendation each :
        evaluator.evaluate(world.policy(), world.end(), last).recommendations()) {
      String number = invoice(each.subject().invoices().get(0));
      add(last, StoryFile.VERDICT + " " + each.verdict()).with(StoryFile.INVOICE, number);
      each.reviewOn()
          .ifPresent(d -> add(last, StoryFile.LOOK + " " + d).with(StoryFile.INVOICE, number));
    }
  }
}
