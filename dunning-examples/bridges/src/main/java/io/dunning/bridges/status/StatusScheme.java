package io.dunning.bridges.status;

/** Who defines the codes of a status. */
public enum StatusScheme {
  /** The life cycle of an invoice in France (cycle de vie, XP Z12-012). */
  FR_CDV("FR-CDV"),
  /** The Invoice Response of Peppol BIS, codes of UNCL 4343. */
  PEPPOL_IMR("PEPPOL-IMR"),
  /** The notices of the Italian exchange system (Sistema di Interscambio). */
  IT_SDI("IT-SDI");

  private final String words;

  StatusScheme(String words) {
    this.words = words;
  }

  /** Such as {@code FR-CDV}. */
  @Override
  public String toString() {
    return words;
  }
}
