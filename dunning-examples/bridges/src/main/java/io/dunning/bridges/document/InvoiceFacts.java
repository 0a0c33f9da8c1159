package io.dunning.bridges.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What an invoice says, in whichever syntax; amounts and numbers still as they stand. */
final class InvoiceFacts {
  final XmlPlace place;
  boolean isCreditNote;
  Optional<XmlNode> number = Optional.empty();
  Optional<XmlNode> type = Optional.empty();
  Optional<LocalDate> issued = Optional.empty();
  Optional<XmlNode> currency = Optional.empty();
  Optional<XmlNode> total = Optional.empty();
  Optional<XmlNode> prepaid = Optional.empty();
  Optional<XmlNode> payable = Optional.empty();
  Optional<Party> seller = Optional.empty();
  Optional<Party> buyer = Optional.empty();
  Optional<Party> payee = Optional.empty();
  Optional<String> paymentReference = Optional.empty();
  Optional<String> buyerReference = Optional.empty();
  Optional<String> order = Optional.empty();
  final List<String> preceding = new ArrayList<>();
  private final SortedMap<String, StringJoiner> coded = new TreeMap<>();
  final List<Means> means = new ArrayList<>();
  final List<Due> due = new ArrayList<>();
  final List<XmlNode> notes = new ArrayList<>();
  final List<Discount> discounts = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();

  InvoiceFacts(XmlPlace place) {
    this.place = place;
  }

  /** How often each element was met that may stand once. */
  private final Map<String, Integer> met = new HashMap<>();

  /** Whether an element is the first of its name; the second one is noted as a problem. */
  boolean isFirst(XmlNode node, Findings findings) {
    int count = met.merge(node.name, 1, Integer::sum);
    if (count == 2) {
      findings.repeated(node);
    }
    return count == 1;
  }

  /** Adds a note with a code of its subject; several of one subject stand on lines of their own. */
  void note(String subject, String text) {
    if (!text.isEmpty()) {
      coded.computeIfAbsent(subject, s -> new StringJoiner("\n")).add(text);
    }
  }

  /** The notes by the codes of their subjects. */
  SortedMap<String, String> coded() {
    SortedMap<String, String> all = new TreeMap<>();
    coded.forEach((subject, text) -> all.put(subject, text.toString()));
    return all;
  }

  /** A due date and where it stands. */
  record Due(XmlPlace place, LocalDate date) {}

  /** A discount in elements of its own: a percentage or an amount, within days or until a day. */
  record Discount(
      XmlNode node,
      Optional<XmlNode> rate,
      Optional<XmlNode> base,
      Optional<XmlNode> amount,
      Optional<Integer> days,
      Optional<LocalDate> until) {}

  /** A part of the invoice with its own due date. */
  record Part(XmlNode amount, LocalDate due) {}

  /** A way to pay, by the code of UNTDID 4461. */
  record Means(
      XmlNode node,
      String code,
      Optional<String> account,
      Optional<String> holder,
      Optional<String> bank,
      Optional<String> mandate) {}
}
