package io.dunning.bridges.status;

/**
 * What a code of a status, or of its reason, means.
 *
 * @param scheme the list that the code belongs to, such as {@code FR-CDV} or {@code PEPPOL-REASON}
 * @param code the code, such as {@code 207} or {@code PRI}
 * @param name what it says, in English or with an English gloss
 * @param effect what it comes to for a ledger
 * @param note what to know about it; empty text if nothing
 * @param source where that was read
 * @param confidence {@code verified} if it was read in the source itself, {@code secondary} if
 *     somebody else says so
 */
public record StatusMeaning(
    String scheme,
    String code,
    String name,
    StatusEffect effect,
    String note,
    String source,
    String confidence) {}
