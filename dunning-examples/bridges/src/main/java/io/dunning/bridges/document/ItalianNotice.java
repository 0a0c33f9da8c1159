package io.dunning.bridges.document;

import io.dunning.bridges.status.StatusMessage;
import io.dunning.bridges.status.StatusScheme;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the status in a notice of the Italian exchange system (SdI) to the sender of an invoice.
 *
 * <p>A notice names the file that was sent. Only two kinds can name an invoice in it, and these
 * have no date of their own: it is the time at which the system signed them.
 */
final class ItalianNotice {
  /** The notices by their outermost element; that of an outcome gets the outcome behind it. */
  private static final Map<String, String> CODES =
      Map.of(
          "RicevutaConsegna", "RC",
          "NotificaScarto", "NS",
          "RicevutaScarto", "NS",
          "NotificaMancataConsegna", "MC",
          "RicevutaImpossibilitaRecapito", "MC",
          "NotificaEsito", "NE",
          "NotificaDecorrenzaTermini", "DT",
          "AttestazioneTrasmissioneFattura", "AT");

  private static final String ADVICE =
      "find the invoice in the file that you sent, and record what the notice means yourself";

  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private final Findings findings;
  private final Map<String, List<String>> sent;

  ItalianNotice(Findings findings, Map<String, List<String>> sent) {
    this.findings = findings;
    this.sent = sent;
  }

  /** Whether an outermost element is that of a message of the exchange system. */
  static boolean isMessage(XmlTag root) {
    return root.space().startsWith("http://www.fatturapa.gov.it/sdi/messaggi/")
        || root.space()
            .startsWith("http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fattura/messaggi/");
  }

  void read(XmlCursor cursor, XmlTag root, List<ReceivedStatus> all) {
    XmlNode notice = cursor.read(root);
    String kind = CODES.get(root.name());
    if (kind == null) {
      findings.loss(
          notice.place, "message is no notice about an invoice that you sent", root.name());
      return;
    }
    Optional<XmlNode> outcome = notice.find("EsitoCommittente");
    String code =
        kind.equals("NE")
            ? kind + outcome.flatMap(o -> o.text("Esito")).map(e -> "-" + e).orElse("")
            : kind;
    Optional<LocalDate> day = day(notice);
    List<String> invoices = invoices(notice, outcome.orElse(notice));
    if (day.isEmpty()) {
      findings.loss(
          notice.place, "notice has neither a date nor a signature with one", code, ADVICE);
    } else if (invoices.isEmpty()) {
      findings.loss(
          notice.place,
          "notice names the file of the invoice and not its number",
          notice.text("NomeFile").orElse(code),
          ADVICE);
    } else {
      StatusMessage status =
          StatusMessage.of(StatusScheme.IT_SDI, code, day.get())
              .saying(words(notice, outcome.orElse(notice)));
      Optional<Year> year = year(notice, outcome.orElse(notice));
      invoices.forEach(i -> all.add(new ReceivedStatus(i, year, status)));
    }
  }

  private Optional<LocalDate> day(XmlNode notice) {
    return notice
        .find("DataOraConsegna")
        .or(() -> notice.find("DataOraRicezione"))
        .or(
            () ->
                notice.find(
                    "Signature",
                    "Object",
                    "QualifyingProperties",
                    "SignedProperties",
                    "SignedSignatureProperties",
                    "SigningTime"))
        .flatMap(new Values(findings)::date);
  }

  /** The invoice that the notice names, or all that are known to be in its file. */
  private List<String> invoices(XmlNode notice, XmlNode about) {
    Optional<String> named =
        about
            .text("RiferimentoFattura", "NumeroFattura")
            .or(() -> notice.text("RiferimentoFattura", "NumeroFattura"));
    return named
        .map(List::of)
        .orElseGet(
            () ->
                notice
                    .text("NomeFile")
                    .map(f -> sent.getOrDefault(f, List.of()))
                    .orElse(List.of()));
  }

  /** The year of the invoice that the notice names. */
  private Optional<Year> year(XmlNode notice, XmlNode about) {
    Optional<XmlNode> said =
        about
            .find("RiferimentoFattura", "AnnoFattura")
            .or(() -> notice.find("RiferimentoFattura", "AnnoFattura"));
    Optional<XmlNode> year = said.filter(y -> YEAR.matcher(y.text()).matches());
    if (said.isPresent() && year.isEmpty()) {
      findings.problem(said.get().place, "year is not written as 2026", said.get().text());
    }
    return year.map(y -> Year.parse(y.text()));
  }

  private static String words(XmlNode notice, XmlNode about) {
    List<String> all = new ArrayList<>();
    about.text("Descrizione").ifPresent(all::add);
    for (XmlNode each : notice.find("ListaErrori").map(l -> l.all("Errore")).orElse(List.of())) {
      all.add(
          List.of("Codice", "Descrizione").stream()
              .flatMap(n -> each.text(n).stream())
              .collect(Collectors.joining(" ")));
    }
    return String.join("; ", all);
  }
}
