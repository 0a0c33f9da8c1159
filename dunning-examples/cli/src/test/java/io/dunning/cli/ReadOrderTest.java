package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of the files does not matter for what {@code read} writes. */
class ReadOrderTest extends ReadDocuments {
  private static final String ONE = "INV-0001,C-4,2026-03-02,2026-04-01,,EUR,100.00\n";

  /** Reads files in every order into ledgers; the texts of the first one. */
  private String sameInEveryOrder(String... files) throws IOException {
    String first = null;
    for (List<String> each : orders(List.of(files))) {
      String to = "order-" + each.hashCode();
      Run run = read(".", to, each.toArray(new String[0]));
      assertThat(run.err()).isEmpty();
      String all = "";
      for (String name : List.of("customers.csv", "invoices.csv", "events.csv")) {
        all += written(to + "/" + name);
      }
      assertThat(all).isEqualTo(first == null ? all : first);
      first = all;
    }
    return first;
  }

  private static List<List<String>> orders(List<String> files) {
    if (files.size() < 2) {
      return List.of(files);
    }
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      List<String> rest = new ArrayList<>(files);
      String first = rest.remove(i);
      for (List<String> each : orders(rest)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(each);
        all.add(order);
      }
    }
    return Collections.unmodifiableList(all);
  }

  @Test
  void booksTheEarliestOfCreditNotesThatAreTooMuchTogether() throws IOException {
    ledger(ONE, "");
    String later = document("CN-1", "381", "2026-03-05", "INV-0001", "70.00");
    String earlier = document("CN-2", "381", "2026-03-04", "INV-0001", "60.00");
    assertThat(sameInEveryOrder(later, earlier)).contains(",credit,60.00").doesNotContain("70.00");
  }

  @Test
  void takesTheNumberOfCreditNotesOfOneDay() throws IOException {
    ledger(ONE, "");
    String one = document("CN-1", "381", "2026-03-04", "INV-0001", "60.00");
    String two = document("CN-2", "381", "2026-03-04", "INV-0001", "70.00");
    assertThat(sameInEveryOrder(two, one)).contains(",credit,60.00").doesNotContain("70.00");
  }

  @Test
  void booksTheEarliestOfReversalsThatAreTooMuchTogether() throws IOException {
    ledger(ONE, "");
    String paid = receipt("B-9", "2026-03-12", "100.00", "INV-0001");
    String later = back("B-1", "2026-03-14", "70.00", "INV-0001");
    String earlier = back("B-2", "2026-03-13", "60.00", "INV-0001");
    assertThat(sameInEveryOrder(later, earlier, paid))
        .contains(",payment,100.00", ",payment-reversed,60.00")
        .doesNotContain("70.00");
  }

  /** INV-0001 is voided, so KOR-1 stands; then KOR-2 may replace KOR-1 or add to it. */
  @Test
  void correctsInTheOrderOfReferences() throws IOException {
    ledger(ONE, "2026-03-03,INV-0001,,voided,,,,,\n");
    String first = document("KOR-1", "384", "2026-03-06", "INV-0001", "110.00");
    String second = document("KOR-2", "384", "2026-03-05", "KOR-1", "120.00");
    assertThat(sameInEveryOrder(first, second)).contains("KOR-1").doesNotContain("KOR-2");
  }

  /** A credit note of the corrected invoice frees the next one; none of them is an invoice. */
  @Test
  void lowersACorrectedInvoiceBeforeTheNextCorrection() throws IOException {
    ledger(ONE, "2026-03-03,INV-0001,,voided,,,,,\n");
    String first = document("KOR-1", "384", "2026-03-06", "INV-0001", "110.00");
    String credit = document("CN-1", "381", "2026-03-04", "KOR-1", "110.00");
    String second = document("KOR-2", "384", "2026-03-05", "KOR-1", "120.00");
    assertThat(sameInEveryOrder(first, second, credit))
        .contains("KOR-2,C-4", ",KOR-1,C-4,credit,110.00")
        .doesNotContain("CN-1,C-4");
  }

  @Test
  void endsIfDocumentsNameEachOther() throws IOException {
    ledger(ONE, "");
    String one = document("KOR-1", "384", "2026-03-06", "KOR-2", "110.00");
    String two = document("KOR-2", "384", "2026-03-05", "KOR-1", "120.00");
    assertThat(sameInEveryOrder(one, two)).contains("KOR-1").doesNotContain("KOR-2");
  }

  @Test
  void takesTheNameOfABuyerFromTheEarliestInvoice() throws IOException {
    ledger("INV-0001,W,2026-03-02,2026-04-01,,EUR,100.00\n", "");
    String later = document("INV-1", "380", "2026-03-05", "", "90.00", "Sued AG");
    String earlier = document("INV-2", "380", "2026-03-04", "", "90.00", "Sud AG");
    assertThat(sameInEveryOrder(later, earlier)).contains("Sud AG").doesNotContain("Sued AG");
  }

  @Test
  void tellsAFileThatIsGivenTwice() throws IOException {
    ledger(ONE, "");
    String one = document("INV-1", "380", "2026-03-05", "", "90.00");
    assertThat(read(".", "out", one, one).out())
        .startsWith("wrote 1 more invoice and 0 more events")
        .contains("- invoice is in the ledger already: INV-1");
  }
}
