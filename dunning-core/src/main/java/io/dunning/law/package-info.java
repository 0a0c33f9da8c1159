/**
 * Law as facts: what is in force and what may come, debts that may not be collected, and the texts
 * that statutes prescribe.
 *
 * <p>{@link io.dunning.law.LawRadar} lists changes of law with status, source and the day on which
 * they were read; nothing that is pending applies unless you ask for it with a {@link
 * io.dunning.law.LawAssumption}. {@link io.dunning.law.KoreanConsumerDebt} holds the closed list of
 * debts that may not be collected, and the stay of contact. {@link
 * io.dunning.law.FrenchInvoiceNotes} makes the notes that every French invoice needs.
 *
 * <p>All tables are files with a version of their own; newer ones can be read instead. What only
 * memory says is in none of them. This is not legal advice.
 */
package io.dunning.law;
