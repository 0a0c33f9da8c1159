package io.dunning.bridges.document;

import java.nio.charset.StandardCharsets;

/** Small documents for tests. */
final class Documents {
  static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  static final String CII = "urn:un:unece:uncefact:data:standard:";

  private Documents() {}

  static XmlSource source(String text) {
    return XmlSource.of("test.xml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** An invoice of 1,190.00 EUR of 1 March 2026; the parts given stand where UBL has them. */
  static String ubl(String parts) {
    return ubl("Invoice", "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", parts, "1190.00");
  }

  static String ubl(String root, String type, String parts, String payable) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <%1$s xmlns="%2$s%1$s-2" xmlns:cac="%2$sCommonAggregateComponents-2"
            xmlns:cbc="%2$sCommonBasicComponents-2">
          <cbc:ID>INV-7</cbc:ID>
          <cbc:IssueDate>2026-03-01</cbc:IssueDate>
          %3$s
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cbc:BuyerReference>PO-9</cbc:BuyerReference>
          <cac:AccountingSupplierParty><cac:Party>
            <cac:PartyLegalEntity><cbc:RegistrationName>Nord GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
          </cac:Party></cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty><cac:Party>
            <cbc:EndpointID schemeID="EM">ap@sud.example</cbc:EndpointID>
            <cac:PartyIdentification><cbc:ID>C-4</cbc:ID></cac:PartyIdentification>
            <cac:PostalAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
            <cac:PartyTaxScheme><cbc:CompanyID>DE123</cbc:CompanyID>
              <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
            <cac:PartyLegalEntity><cbc:RegistrationName>Süd AG</cbc:RegistrationName></cac:PartyLegalEntity>
          </cac:Party></cac:AccountingCustomerParty>
          %4$s
          <cac:LegalMonetaryTotal>
            <cbc:TaxInclusiveAmount currencyID="EUR">1190.00</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">%5$s</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
          <cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>
        </%1$s>
        """
        .formatted(root, UBL, type, parts, payable)
        .strip();
  }

  /** The same invoice in CII; the settlement parts given stand where CII has them. */
  static String cii(String parts) {
    return cii("380", parts, "1190.00");
  }

  static String cii(String type, String parts, String payable) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rsm:CrossIndustryInvoice xmlns:rsm="%1$sCrossIndustryInvoice:100"
            xmlns:ram="%1$sReusableAggregateBusinessInformationEntity:100"
            xmlns:udt="%1$sUnqualifiedDataType:100">
          <rsm:ExchangedDocument>
            <ram:ID>INV-7</ram:ID>
            <ram:TypeCode>%2$s</ram:TypeCode>
            <ram:IssueDateTime><udt:DateTimeString format="102">20260301</udt:DateTimeString></ram:IssueDateTime>
          </rsm:ExchangedDocument>
          <rsm:SupplyChainTradeTransaction>
            <ram:IncludedSupplyChainTradeLineItem/>
            <ram:ApplicableHeaderTradeAgreement>
              <ram:BuyerReference>PO-9</ram:BuyerReference>
              <ram:SellerTradeParty><ram:Name>Nord GmbH</ram:Name></ram:SellerTradeParty>
              <ram:BuyerTradeParty>
                <ram:ID>C-4</ram:ID><ram:Name>Süd AG</ram:Name>
                <ram:PostalTradeAddress><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
                <ram:URIUniversalCommunication><ram:URIID schemeID="EM">ap@sud.example</ram:URIID></ram:URIUniversalCommunication>
                <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE123</ram:ID></ram:SpecifiedTaxRegistration>
              </ram:BuyerTradeParty>
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeSettlement>
              <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
              %3$s
              <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
                <ram:GrandTotalAmount>1190.00</ram:GrandTotalAmount>
                <ram:DuePayableAmount>%4$s</ram:DuePayableAmount>
              </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement>
          </rsm:SupplyChainTradeTransaction>
        </rsm:CrossIndustryInvoice>
        """
        .formatted(CII, type, parts, payable)
        .strip();
  }

  static String note(String text) {
    return "<cac:PaymentTerms><cbc:Note>" + text + "</cbc:Note></cac:PaymentTerms>";
  }

  /** A bank file of one statement with entries. */
  static String camt(String version, String entries) {
    String body =
        switch (version.substring(0, 8)) {
          case "camt.052" -> "BkToCstmrAcctRpt/Rpt";
          case "camt.053" -> "BkToCstmrStmt/Stmt";
          default -> "BkToCstmrDbtCdtNtfctn/Ntfctn";
        };
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%1$s">
          <%2$s><GrpHdr><MsgId>M-1</MsgId></GrpHdr>
            <%3$s><Id>S-17</Id><CreDtTm>2026-03-06T07:00:00+01:00</CreDtTm>
              <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>
              %4$s
            </%3$s>
          </%2$s>
        </Document>
        """
        .formatted(version, body.split("/")[0], body.split("/")[1], entries)
        .strip();
  }

  /** A booked entry of version 08 with what stands behind its dates. */
  static String entry(String amount, String direction, String more) {
    return """
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-03-05</Dt></BookgDt><ValDt><Dt>2026-03-04</Dt></ValDt>
          <AcctSvcrRef>B-1</AcctSvcrRef>%s</Ntry>
        """
        .formatted(amount, direction, more);
  }
}
