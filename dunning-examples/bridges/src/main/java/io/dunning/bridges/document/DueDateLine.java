package io.dunning.bridges.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lines of payment terms that say the due date once more, and nothing else. */
final class DueDateLine {
  private static final String DATE = "<>";

  private static final List<Pattern> SENTENCES =
      List.of(
          all(
              "(bitte (überweisen|zahlen) sie( den betrag)? |zahlbar |zahlung |fällig )?"
                  + "(ohne abzug )?(bis( zum| spätestens( zum)?)?|am) <>( ohne abzug)?"
                  + "( auf das (unten|oben) (aufgeführte|genannte) konto)?( bei uns)?"),
          all(
              "(please pay|payable|payment( is)? due|due|to be paid)( by| on| until| no later than)?"
                  + " <>( without deduction)?"));

  /** How such a line may write the day; not with slashes, as their order differs by country. */
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT),
          DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT));

  private DueDateLine() {}

  private static Pattern all(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether a line says that the invoice is due on a day, and nothing else. */
  static boolean says(String line, LocalDate due) {
    String words = line.replaceAll("\\s+", " ").replaceAll("\\.$", "");
    for (DateTimeFormatter each : FORMATS) {
      String day = each.format(due);
      int at = words.indexOf(day);
      if (at >= 0) {
        String sentence = words.substring(0, at) + DATE + words.substring(at + day.length());
        return SENTENCES.stream().anyMatch(s -> s.matcher(sentence).matches());
      }
    }
    return false;
  }
}
