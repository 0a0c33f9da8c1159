package io.dunning.cli;

import io.dunning.json.InvalidJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Reads a ledger of JSON lines, and notes what is wrong with each line. */
final class LinesReader {
  private LinesReader() {}

  /**
   * A line with its place.
   *
   * @param at the number of the line in the file, from 1
   * @param line what it says
   */
  record Numbered(int at, LedgerLine line) {}

  /** The lines that can be read; those that are blank say nothing. */
  static List<Numbered> read(Path file, Problems problems) {
    List<Numbered> all = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(LedgerFiles.open(Files.newInputStream(file)))) {
      int at = 0;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        at++;
        String line = at == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (line.indexOf(LedgerFiles.MALFORMED) >= 0) {
          problems.add(file.toString(), at, "", CsvTable.NOT_UTF_8, line.strip());
        } else if (!line.isBlank()) {
          read(file, at, line, all, problems);
        }
      }
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static void read(Path file, int at, String text, List<Numbered> all, Problems problems) {
    try {
      all.add(new Numbered(at, LedgerLine.parse(text)));
    } catch (InvalidJsonException e) {
      problems.add(file.toString(), at, "", e.path() + ": " + e.problem(), null);
    } catch (JacksonException e) {
      problems.add(file.toString(), at, "", "not JSON: " + e.getOriginalMessage(), null);
    } catch (IllegalArgumentException e) {
      problems.add(file.toString(), at, "", e.getMessage(), null);
    }
  }
}
