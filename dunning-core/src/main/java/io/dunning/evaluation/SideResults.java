package io.dunning.evaluation;

import io.dunning.charge.AccruedCharges;
import io.dunning.money.Money;
import io.dunning.settlement.RecoveryEstimate;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * What was found out beside the decision, as far as the policy asks for it. Most recommendations
 * have none of it and share {@link #NONE}, so that the answers about millions of accounts stay
 * small.
 *
 * @param charges what the invoices concerned have cost
 * @param missing what could not be said about charges, a sentence each
 * @param routes the routes that the debt can take, the one that is worth most first
 * @param behaviour how the customer has paid; null if nobody asked
 * @param differences what is left of invoices that count as settled, by number
 * @param chargesLeft the charges that stay owed on settled invoices, by number
 */
record SideResults(
    List<AccruedCharges> charges,
    List<String> missing,
    List<RecoveryEstimate> routes,
    Behaviour behaviour,
    SortedMap<String, Money> differences,
    SortedMap<String, Money> chargesLeft)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static final SideResults NONE =
      new SideResults(
          List.of(),
          List.of(),
          List.of(),
          null,
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  SideResults {
    charges = List.copyOf(charges);
    missing = List.copyOf(missing);
    routes = List.copyOf(routes);
    differences = Collections.unmodifiableSortedMap(differences);
    chargesLeft = Collections.unmodifiableSortedMap(chargesLeft);
  }

  /** The shared instance if there is nothing in this one. */
  SideResults orNone() {
    boolean any =
        behaviour != null
            || !charges.isEmpty()
            || !missing.isEmpty()
            || !routes.isEmpty()
            || !differences.isEmpty()
            || !chargesLeft.isEmpty();
    return any ? this : NONE;
  }
}
