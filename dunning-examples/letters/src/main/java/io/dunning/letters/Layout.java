package io.dunning.letters;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The three templates: those of the host's folder, or else those that ship. */
final class Layout {
  static final String TEXT = "letter.txt";
  static final String EMAIL = "email.html";
  static final String PAPER = "letter.html";

  private final PebbleEngine plain;
  private final PebbleEngine markup;

  Layout(Path folder) {
    plain = engine(folder, false);
    markup = engine(folder, true);
    // a template that cannot be read is found now, not with the first letter
    plain.getTemplate(TEXT);
    markup.getTemplate(EMAIL);
    markup.getTemplate(PAPER);
  }

  private static PebbleEngine engine(Path folder, boolean escaping) {
    List<Loader<?>> loaders = new ArrayList<>();
    if (folder != null) {
      // Pebble 4 resolves a template inside the folder only
      loaders.add(new FileLoader(folder.toAbsolutePath().toString()));
    }
    ClasspathLoader shipped = new ClasspathLoader(Layout.class.getClassLoader());
    shipped.setPrefix("io/dunning/letters");
    loaders.add(shipped);
    return new PebbleEngine.Builder()
        .loader(new DelegatingLoader(loaders))
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
