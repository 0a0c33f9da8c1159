package io.dunning.bridges.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a payment quotes, in the order from the surest to the vaguest.
 *
 * @param creditorReferences structured references that the creditor gave ({@code Strd/CdtrRefInf}),
 *     such as a reference by ISO 11649
 * @param documents the numbers of invoices that the payer lists ({@code Strd/RfrdDocInf/Nb})
 * @param endToEndId the payer's own reference; in a direct debit that of the creditor
 * @param mandate the mandate of a direct debit
 * @param text the free text, its lines joined by blanks; empty text if there is none
 */
public record PaymentReferences(
    List<String> creditorReferences,
    List<String> documents,
    Optional<String> endToEndId,
    Optional<String> mandate,
    String text) {

  /** Nothing is quoted. */
  public static final PaymentReferences NONE =
      new PaymentReferences(List.of(), List.of(), Optional.empty(), Optional.empty(), "");

  /**
   * References.
   *
   * @param creditorReferences structured references that the creditor gave
   * @param documents the numbers of invoices that the payer lists
   * @param endToEndId the payer's own reference
   * @param mandate the mandate of a direct debit
   * @param text the free text
   */
  public PaymentReferences {
    creditorReferences = List.copyOf(creditorReferences);
    documents = List.copyOf(documents);
    Objects.requireNonNull(endToEndId, "endToEndId");
    Objects.requireNonNull(mandate, "mandate");
    Objects.requireNonNull(text, "text");
  }
}
