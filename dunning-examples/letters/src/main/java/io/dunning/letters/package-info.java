/**
 * What the customer reads: letters, e-mails and text messages made from what the library
 * recommends.
 *
 * <p>{@link io.dunning.letters.LetterComposer} works out what a letter says: a {@link
 * io.dunning.letters.LetterContent}, without any language. {@link io.dunning.letters.Letters} puts
 * it into words and onto paper: plain text, an HTML e-mail, a PDF or a text message. Words come
 * from a file of phrases for each language, layout from three templates; a host replaces any of
 * them by a file of its own. {@link io.dunning.letters.EpcCode} is the code that banking apps scan.
 */
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    builderVisibility = Value.Style.BuilderVisibility.PACKAGE,
    overshadowImplementation = true,
    builder = "new",
    of = "new",
    jdkOnly = true)
package io.dunning.letters;

import org.immutables.value.Value;
