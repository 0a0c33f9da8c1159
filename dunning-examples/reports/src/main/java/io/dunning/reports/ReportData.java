package io.dunning.reports;

import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.scenario.Timeline;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;

/**
 * Customers, invoices and timelines as the compact JSON that the script of the page reads: rows are
 * arrays, days count from the day of the report, and each text stands once. No text can end the
 * element around it, since {@code <} is escaped.
 */
final class ReportData {
  private final Report report;
  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final Map<CurrencyUnit, Integer> currencies = new HashMap<>();
  private final long today;
  private JsonGenerator json;

  /** Characters that mean something to HTML are escaped in JSON. */
  private static final class HtmlSafe extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    HtmlSafe() {
      for (char each : new char[] {'<', '>', '&', '\''}) {
        ascii[each] = ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return null;
    }
  }

  ReportData(Report report) {
    this.report = report;
    today = report.asOf().toEpochDay();
  }

  void write(Writer out) {
    json =
        JsonFactory.builder()
            .characterEscapes(new HtmlSafe())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartObject();
    json.writeStringProperty("asOf", report.asOf().toString());
    json.writeNumberProperty("day", today);
    texts("symbols", List.of(Figures.in(report.settings().locale()).symbols()));
    texts("bands", report.aging().schedule().bands().stream().map(b -> b.label()).toList());
    json.writeName("currencies");
    json.writeStartArray();
    for (CurrencyUnit each : report.aging().totals().keySet()) {
      currencies.put(each, currencies.size());
      row(each.code(), each.decimals());
    }
    json.writeEndArray();
    json.writeName("customers");
    json.writeStartArray();
    Map<String, List<AgingLine>> lines = new HashMap<>();
    report
        .aging()
        .lines()
        .forEach(l -> lines.computeIfAbsent(l.customer(), c -> new ArrayList<>()).add(l));
    for (Debtor each : report.debtors()) {
      List<AgingLine> own = lines.get(each.account().customer().id());
      if (own != null) {
        customer(each, own);
      }
    }
    json.writeEndArray();
    // texts come last: by now it is known which there are
    texts("words", words.keySet());
    json.writeEndObject();
    json.close();
  }

  private void texts(String name, Iterable<String> all) {
    json.writeName(name);
    json.writeStartArray();
    all.forEach(json::writeString);
    json.writeEndArray();
  }

  private void row(Object... cells) {
    json.writeStartArray();
    for (Object each : cells) {
      if (each instanceof String text) {
        json.writeString(text);
      } else {
        json.writeNumber(((Number) each).longValue());
      }
    }
    json.writeEndArray();
  }

  private int word(String text) {
    return words.computeIfAbsent(Shown.line(text), t -> words.size());
  }

  private void customer(Debtor debtor, List<AgingLine> lines) {
    Account account = debtor.account();
    json.writeStartArray();
    json.writeString(Shown.line(account.customer().id()));
    json.writeString(Shown.line(account.customer().name()));
    json.writeStartArray();
    for (AgingLine line : lines) {
      List<Object> cells = new ArrayList<>();
      cells.add(currencies.get(line.currency()));
      for (int i = 0; i < report.aging().schedule().bands().size(); i++) {
        cells.add(line.amount(i).minorUnits());
      }
      cells.add(line.total().minorUnits());
      cells.add(line.amount(Apart.CREDIT).minorUnits());
      row(cells.toArray());
    }
    json.writeEndArray();
    json.writeStartArray();
    invoices(debtor);
    json.writeEndArray();
    json.writeEndArray();
  }

  /** The open invoices, the oldest due date first. */
  private void invoices(Debtor debtor) {
    Map<String, List<OpenItem>> open = new HashMap<>();
    for (OpenItem each : debtor.account().openItems(report.asOf())) {
      if (each.minorUnits() > 0) {
        open.computeIfAbsent(each.invoice(), n -> new ArrayList<>(1)).add(each);
      }
    }
    Map<String, Recommendation> now = debtor.byInvoice();
    Map<String, List<Timeline.Entry>> ahead = debtor.aheadByInvoice();
    debtor.account().invoices().stream()
        .filter(h -> open.containsKey(h.invoice().number()))
        .sorted(Comparator.comparing(h -> due(open.get(h.invoice().number()))))
        .forEach(
            h -> {
              String number = h.invoice().number();
              invoice(h, open.get(number), now.get(number));
              if (now.containsKey(number)) {
                List<Timeline.Entry> next = ahead.getOrDefault(number, List.of());
                story(InvoiceStory.of(debtor.account(), h, now.get(number), next));
              }
              json.writeEndArray();
            });
  }

  private static Integer due(List<OpenItem> items) {
    return items.stream().mapToInt(OpenItem::dueDay).min().orElseThrow();
  }

  private void invoice(InvoiceHistory history, List<OpenItem> items, Recommendation now) {
    json.writeStartArray();
    json.writeString(Shown.line(history.invoice().number()));
    json.writeNumber(currencies.get(history.invoice().amount().currency()));
    json.writeNumber(history.invoice().issuedDay() - today);
    json.writeNumber(due(items) - today);
    json.writeNumber(history.invoice().amount().minorUnits());
    json.writeNumber(items.stream().mapToLong(OpenItem::minorUnits).sum());
    if (now != null) {
      json.writeNumber(word(now.verdict().toString()));
      json.writeNumber(word(now.step().or(now::waitsFor).orElse("")));
      json.writeNumber(word(now.reason().toString()));
      json.writeNumber(
          now.reviewOn().map(LocalDate::toEpochDay).map(d -> (int) (d - today)).orElse(-1));
    }
  }

  private void story(InvoiceStory story) {
    json.writeStartArray();
    json.writeNumber(story.due().toEpochDay() - today);
    for (InvoiceStory.Entry each : story.entries()) {
      json.writeNumber(each.date().toEpochDay() - today);
      json.writeNumber(each.kind().ordinal());
      json.writeNumber(word(each.text()));
    }
    json.writeEndArray();
  }
}
