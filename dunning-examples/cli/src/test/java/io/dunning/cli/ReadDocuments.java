package io.dunning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Short documents for tests of {@code read}, and how to read them into one ledger after another.
 */
abstract class ReadDocuments extends CommandFixture {
  /** The invoice of the guide. */
  static final String INVOICE =
      Path.of("../bridges/src/test/resources/guide/invoice.xml").toString();

  private static final String SPACE = "urn:oasis:names:specification:ubl:schema:xsd:";

  /** Reads files into a new folder, added to the ledger of another; the ledger may be null. */
  Run read(String ledger, String to, String... files) {
    List<String> words = new ArrayList<>(List.of("read"));
    words.addAll(List.of(files));
    if (ledger != null) {
      words.addAll(List.of("--ledger", folder.resolve(ledger).toString()));
    }
    words.addAll(List.of("--terms", "net 30", "--out", folder.resolve(to).toString()));
    return dunning(words.toArray(new String[0]));
  }

  /** Reads files into a new folder, added to the ledger of the test's folder. */
  Run added(String to, String... files) {
    List<String> words = new ArrayList<>(List.of("read"));
    words.addAll(List.of(files));
    words.addAll(List.of("--ledger", folder.toString(), "--out", out(to)));
    return dunning(words.toArray(new String[0]));
  }

  String out(String name) {
    return folder.resolve(name).toString();
  }

  String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /** What a ledger says about the balance of an invoice on a day long after. */
  List<String> aging(String ledger) {
    String folders = folder.resolve(ledger).toString();
    Run run = dunning("aging", "--ledger", folders, "--as-of", "2026-04-30", "--format", "csv");
    return run.out().lines().skip(1).toList();
  }

  /** An invoice or a credit note of customer C-4, Sud AG. */
  String document(String number, String type, String issued, String preceding, String amount)
      throws IOException {
    return document(number, type, issued, preceding, amount, "Sud AG");
  }

  String document(
      String number, String type, String issued, String preceding, String amount, String name)
      throws IOException {
    String root = type.equals("381") ? "CreditNote" : "Invoice";
    String reference =
        preceding.isEmpty()
            ? ""
            : "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>%s</cbc:ID>"
                    .formatted(preceding)
                + "</cac:InvoiceDocumentReference></cac:BillingReference>";
    String text =
        """
        <%1$s xmlns="%2$s%1$s-2" xmlns:cac="%2$sCommonAggregateComponents-2"
            xmlns:cbc="%2$sCommonBasicComponents-2">
          <cbc:ID>%3$s</cbc:ID><cbc:IssueDate>%4$s</cbc:IssueDate>
          <cbc:%1$sTypeCode>%5$s</cbc:%1$sTypeCode>
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>%6$s
          <cac:AccountingCustomerParty><cac:Party>
            <cac:PartyIdentification><cbc:ID>C-4</cbc:ID></cac:PartyIdentification>
            <cac:PartyLegalEntity><cbc:RegistrationName>%7$s</cbc:RegistrationName>
            </cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
          <cac:LegalMonetaryTotal>
            <cbc:TaxInclusiveAmount currencyID="EUR">%8$s</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">%8$s</cbc:PayableAmount>
          </cac:LegalMonetaryTotal></%1$s>
        """;
    return file(
            number + ".xml",
            text.formatted(root, SPACE, number, issued, type, reference, name, amount))
        .toString();
  }

  /** A bank file of one receipt, with a reference of the bank. */
  String receipt(String reference, String day, String amount, String text) throws IOException {
    return bank(reference, day, amount, "CRDT", text, "053", "BOOK");
  }

  /** A bank file of one payment that went back. */
  String back(String reference, String day, String amount, String text) throws IOException {
    return bank(reference, day, amount, "DBIT", text, "053", "BOOK");
  }

  /** A bank file of one entry; without a reference of the bank if that is empty. */
  String bank(
      String reference,
      String day,
      String amount,
      String way,
      String text,
      String kind,
      String status)
      throws IOException {
    boolean isReport = kind.equals("052");
    String content =
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.%1$s.001.08"><%2$s>
          <GrpHdr><MsgId>M</MsgId></GrpHdr><%3$s><Id>%3$s-%4$s</Id>
          <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct><Ntry>%5$s
          <CdtDbtInd>%6$s</CdtDbtInd><Sts><Cd>%7$s</Cd></Sts>
          <BookgDt><Dt>%4$s</Dt></BookgDt><ValDt><Dt>%4$s</Dt></ValDt>%8$s<NtryDtls><TxDtls>
          <RltdPties><Dbtr><Pty><Nm>Sud AG</Nm></Pty></Dbtr></RltdPties>
          <RmtInf><Ustrd>%9$s</Ustrd></RmtInf>%10$s</TxDtls></NtryDtls></Ntry></%3$s></%2$s></Document>
        """
            .formatted(
                kind,
                isReport ? "BkToCstmrAcctRpt" : "BkToCstmrStmt",
                isReport ? "Rpt" : "Stmt",
                day,
                money(amount),
                way,
                status,
                reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>",
                text,
                way.equals("DBIT") ? "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" : "");
    return file("bank" + kind + reference + day + ".xml", content).toString();
  }

  /** An amount with its currency behind it, such as 50.00 USD; EUR if there is none. */
  private static String money(String amount) {
    String[] parts = amount.split(" ");
    String currency = parts.length > 1 ? parts[1] : "EUR";
    return "<Amt Ccy=\"" + currency + "\">" + parts[0] + "</Amt>";
  }
}
