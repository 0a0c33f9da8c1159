package io.dunning.bridges.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentKindTest {
  @Test
  void knowsADocumentByItsOutermostElement() {
    assertThat(DocumentKind.of(Documents.source(Documents.ubl("")))).contains(DocumentKind.INVOICE);
    assertThat(DocumentKind.of(Documents.source(Documents.cii("")))).contains(DocumentKind.INVOICE);
    assertThat(DocumentKind.of(Documents.source(Documents.camt("camt.054.001.04", ""))))
        .contains(DocumentKind.BANK_FILE);
    String answer = "<ApplicationResponse xmlns='" + Documents.UBL + "ApplicationResponse-2'>";
    assertThat(DocumentKind.of(Documents.source(answer))).contains(DocumentKind.STATUS);
  }

  @Test
  void knowsNoOtherDocument() {
    assertThat(DocumentKind.of(Documents.source("<Invoice/>"))).isEmpty();
    assertThat(DocumentKind.of(Documents.source("no XML"))).isEmpty();
    assertThat(DocumentKind.of(Documents.source("<!DOCTYPE a><a/>"))).isEmpty();
  }
}
