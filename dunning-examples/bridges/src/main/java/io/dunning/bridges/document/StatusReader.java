package io.dunning.bridges.document;

import io.dunning.bridges.status.InvoiceStatuses;
import io.dunning.bridges.status.StatusMessage;
import io.dunning.bridges.status.StatusScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what becomes of invoices that were sent: the Invoice Response of Peppol (a UBL 2.1
 * application response), the French life cycle (a UN/CEFACT CDAR), and the notices of the Italian
 * exchange system. What a status means for the ledger, {@link InvoiceStatuses} says. Immutable and
 * thread-safe.
 *
 * <p>An Italian notice names the file that was sent, and only some name an invoice. Tell the reader
 * which invoices were {@linkplain #knowing in which file}.
 *
 * <p>A Message Level Response is recognized, too, and gives nothing but a loss: it says whether a
 * message kept the rules of the network, not what the buyer does with the invoice.
 */
public final class StatusReader {
  /** Actions that ask for nothing in particular; their codes stand for other things as reasons. */
  private static final Set<String> NO_ACTION = Set.of("NOA", "OTH");

  private final XmlLimits limits;
  private final Map<String, List<String>> sent;

  private StatusReader(XmlLimits limits, Map<String, List<String>> sent) {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.sent = sent;
  }

  /** {@return a reader with the {@linkplain XmlLimits#STANDARD standard limits}} */
  public static StatusReader standard() {
    return new StatusReader(XmlLimits.STANDARD, Map.of());
  }

  /**
   * {@return a reader with limits of your own}
   *
   * @param limits how much it takes from a document
   */
  public static StatusReader within(XmlLimits limits) {
    return new StatusReader(limits, Map.of());
  }

  /**
   * {@return this reader, which knows what was sent to the Italian exchange system}
   *
   * @param invoices the numbers of the invoices in each file, by the name of the file, such as
   *     {@code IT01234567890_00001.xml}
   */
  public StatusReader knowing(Map<String, List<String>> invoices) {
    Objects.requireNonNull(invoices, "invoices");
    return new StatusReader(
        limits,
        invoices.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue()))));
  }

  /** Whether a document with this outermost element is a status. */
  static boolean isStatus(XmlTag root) {
    return isPeppol(root) || isFrench(root) || ItalianNotice.isMessage(root);
  }

  private static boolean isPeppol(XmlTag root) {
    return root.space().startsWith(UblInvoice.SPACE) && root.name().equals("ApplicationResponse");
  }

  private static boolean isFrench(XmlTag root) {
    return root.space().startsWith(FrenchStatus.SPACE) && root.name().equals(FrenchStatus.ROOT);
  }

  /**
   * Reads an answer.
   *
   * @param source the document
   * @return the statuses, usually one, or all problems; and what could not be mapped. Never throws,
   *     whatever the document holds
   */
  public Mapped<List<ReceivedStatus>> read(XmlSource source) {
    Objects.requireNonNull(source, "source");
    Findings findings = new Findings(source.name(), limits.findings());
    List<ReceivedStatus> all = new ArrayList<>();
    try (XmlCursor cursor = XmlCursor.open(source, limits)) {
      XmlTag root = cursor.root();
      if (isPeppol(root)) {
        read(cursor, root, findings, all);
      } else if (isFrench(root)) {
        new FrenchStatus(findings).read(cursor, root, all);
      } else if (ItalianNotice.isMessage(root)) {
        new ItalianNotice(findings, sent).read(cursor, root, all);
      } else {
        findings.problem(
            root.place(),
            "document is neither a UBL application response nor a CDAR nor a notice of the SdI",
            root.name());
      }
      cursor.finish();
    } catch (RefusedDocument e) {
      findings.refused(e);
    }
    return findings.result(List.copyOf(all));
  }

  private static void read(
      XmlCursor cursor, XmlTag root, Findings findings, List<ReceivedStatus> all) {
    Values values = new Values(findings);
    Optional<LocalDate> issued = Optional.empty();
    boolean isAboutMessage = false;
    for (XmlTag tag = cursor.next(root); tag != null; tag = cursor.next(root)) {
      switch (tag.name()) {
        case "CustomizationID" -> isAboutMessage = cursor.read(tag).text().contains(":mlr:");
        case "IssueDate" -> issued = values.date(cursor.read(tag));
        case "DocumentResponse" -> {
          XmlNode response = cursor.read(tag);
          if (isAboutMessage) {
            findings.loss(
                response.place,
                "message level response says nothing about the debt",
                response.text("Response", "ResponseCode").orElse(null));
          } else {
            status(response, issued, findings).ifPresent(all::add);
          }
        }
        default -> {
          // who sent it to whom does not change what it says
        }
      }
    }
  }

  private static Optional<ReceivedStatus> status(
      XmlNode node, Optional<LocalDate> issued, Findings findings) {
    Values values = new Values(findings);
    Optional<String> code = node.text("Response", "ResponseCode");
    Optional<String> invoice = node.text("DocumentReference", "ID");
    Optional<LocalDate> date =
        node.find("Response", "EffectiveDate").flatMap(values::date).or(() -> issued);
    if (code.isEmpty()) {
      findings.problem(node.place, "response has no code", null);
    }
    if (invoice.isEmpty()) {
      findings.problem(node.place, "response names no invoice", null);
    }
    if (date.isEmpty()) {
      findings.problem(node.place, "response has no date", null);
    }
    if (code.isEmpty() || invoice.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    String[] reasons = reasons(node, findings).toArray(new String[0]);
    return Optional.of(
        new ReceivedStatus(
            invoice.get(),
            StatusMessage.of(StatusScheme.PEPPOL_IMR, code.get(), date.get(), reasons)
                .saying(remark(node))));
  }

  /** The codes of reasons and of asked actions; conditions are told as losses. */
  private static List<String> reasons(XmlNode node, Findings findings) {
    List<String> all = new ArrayList<>();
    for (XmlNode response : node.all("Response")) {
      for (XmlNode status : response.all("Status")) {
        Optional<XmlNode> reason = status.find("StatusReasonCode");
        boolean isAction =
            reason.flatMap(r -> r.attribute("listID")).orElse("").equals("OPStatusAction");
        reason
            .map(XmlNode::text)
            .filter(r -> !r.isEmpty() && !(isAction && NO_ACTION.contains(r)))
            .ifPresent(all::add);
        status
            .all("Condition")
            .forEach(
                c -> findings.loss(c.place, "is not mapped", c.text("Description").orElse("")));
      }
    }
    return all;
  }

  private static String remark(XmlNode node) {
    return node.all("Response").stream()
        .flatMap(r -> r.all("Status").stream())
        .flatMap(s -> s.text("StatusReason").stream())
        .collect(Collectors.joining("; "));
  }
}
