package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Kotlin and Scala call every name of the library without quoting it. */
class KeywordsTest {
  private static final Path CLASSES = Path.of("target/classes");

  /** The hard keywords of Kotlin; the soft ones are names like any other. */
  private static final Set<String> KOTLIN =
      words(
          """
          as break class continue do else false for fun if in interface is null object package
          return super this throw true try typealias typeof val var when while
          """);

  /**
   * The keywords of Scala 3, except {@code with}: it is the library's word for "a copy that differs
   * in", and Scala callers quote it.
   */
  private static final Set<String> SCALA =
      words(
          """
          abstract case catch class def do else enum export extends false final finally for
          given if implicit import lazy match new null object override package private
          protected return sealed super then this throw trait true try type val var while
          yield
          """);

  /** Being renamed. */
  @Test
  void noPublicNameIsAKeywordOfKotlinOrScala() throws Exception {
    Set<String> found = new TreeSet<>();
    int seen = 0;
    for (Class<?> each : exported()) {
      for (String name : names(each)) {
        seen++;
        String full = each.getCanonicalName() + "." + name;
        boolean keyword = KOTLIN.contains(name) || SCALA.contains(name);
        if (keyword) {
          found.add(full);
        }
      }
    }
    assertThat(seen).isGreaterThan(1_000);
    assertThat(found).isEmpty();
  }

  /** A rule that nothing could break would hold for nothing. */
  @Test
  void findsAKeywordWhereThereIsOne() {
    assertThat(names(Sample.class)).contains("in", "val", "fun").doesNotContain("is", "object");
    assertThat(KOTLIN).contains("in", "fun", "val").doesNotContain("with");
    assertThat(SCALA).contains("val", "given").doesNotContain("with");
  }

  /** Names that only Java allows: of a method, a record component and a constant. */
  public record Sample(int val) {
    public static final int fun = 1;

    protected static int in() {
      return is();
    }

    private static int is() {
      return fun;
    }

    static int object() {
      return in();
    }
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  private static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    names.add(type.getSimpleName());
    Stream.of(type.getDeclaredMethods(), type.getDeclaredFields())
        .flatMap(Stream::of)
        .filter(m -> isOffered(m.getModifiers()) && !m.isSynthetic())
        .map(Member::getName)
        .forEach(names::add);
    return names;
  }

  private static boolean isOffered(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** The public types of all exported packages. */
  static List<Class<?>> exported() throws IOException, ClassNotFoundException {
    ModuleDescriptor module;
    try (InputStream in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(in);
    }
    List<Class<?>> all = new ArrayList<>();
    for (ModuleDescriptor.Exports each : module.exports()) {
      try (Stream<Path> files = Files.list(CLASSES.resolve(each.source().replace('.', '/')))) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".class") && !name.equals("package-info.class")) {
            Class<?> type =
                Class.forName(each.source() + "." + name.substring(0, name.length() - 6));
            if (isOfferedWithItsOuterTypes(type)) {
              all.add(type);
            }
          }
        }
      }
    }
    return all;
  }

  private static boolean isOfferedWithItsOuterTypes(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!isOffered(each.getModifiers()) || each.isAnonymousClass() || each.isLocalClass()) {
        return false;
      }
    }
    return true;
  }
}
