package io.dunning.letters;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The three templates: those of the host's folder, or else those that ship. */
final class Layout {
  static final String TEXT = "letter.txt";
  static final String EMAIL = "email.html";
  static final String PAPER = "letter.html";

  private final PebbleEngine plain;
  private final PebbleEngine markup;

  /**
   * The templates.
   *
   * @param folder the host's folder; null without one
   * @throws IllegalArgumentException if a template cannot be read; the message names all of them
   */
  Layout(Path folder) {
    plain = engine(folder, false);
    markup = engine(folder, true);
    List<String> faults = new ArrayList<>();
    // a template that cannot be read is found now, not with the first letter
    check(faults, TEXT, plain::getTemplate);
    check(faults, EMAIL, markup::getTemplate);
    check(faults, PAPER, markup::getTemplate);
    refuse(faults);
  }

  /** Fills in a page, to find at the start what would fail with the first letter. */
  void check(Map<String, Object> page) {
    List<String> faults = new ArrayList<>();
    check(faults, TEXT, name -> text(page));
    check(faults, EMAIL, name -> email(page));
    check(faults, PAPER, name -> PaperCheck.checked(paper(page)));
    refuse(faults);
  }

  private static void check(List<String> faults, String name, Function<String, Object> use) {
    try {
      use.apply(name);
    } catch (IllegalArgumentException e) {
      faults.add(e.getMessage().startsWith("template ") ? e.getMessage() : at(name, e));
    } catch (PebbleException e) {
      faults.add(fault(name, e));
    }
  }

  private static String at(String name, IllegalArgumentException e) {
    return "template " + name + ": " + e.getMessage();
  }

  private static String fault(String name, PebbleException e) {
    String file = e.getFileName() == null ? name : e.getFileName();
    String line = e.getLineNumber() == null ? "" : ", line " + e.getLineNumber();
    return "template " + file + line + ": " + e.getPebbleMessage();
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          faults.stream().distinct().collect(Collectors.joining("\n")));
    }
  }

  private static PebbleEngine engine(Path folder, boolean escaping) {
    return new PebbleEngine.Builder()
        .loader(new Templates(folder))
        .autoEscaping(escaping)
        .strictVariables(true)
        .newLineTrimming(escaping)
        .build();
  }

  String text(Map<String, Object> page) {
    String text = write(plain, TEXT, page).replaceAll("\\n{3,}", "\n\n").stripTrailing();
    return text.lines().map(TextTable::wrapped).collect(Collectors.joining("\n")) + "\n";
  }

  String email(Map<String, Object> page) {
    return write(markup, EMAIL, page);
  }

  String paper(Map<String, Object> page) {
    return write(markup, PAPER, page);
  }

  private static String write(PebbleEngine engine, String name, Map<String, Object> page) {
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(name).evaluate(out, page);
    } catch (PebbleException e) {
      throw new IllegalArgumentException(fault(name, e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
