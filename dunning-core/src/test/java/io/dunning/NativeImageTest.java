package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.HoldReason;
import io.dunning.evaluation.Reason;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * GraalVM's native-image is told of everything that the library reads by reflection, loads or
 * serialises. Written anew with {@code -Dmetadata.write=true}.
 */
class NativeImageTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path METADATA =
      RESOURCES.resolve("META-INF/native-image/io.dunning/dunning-core");

  @Test
  void namesWhatIsReadByReflection() throws Exception {
    List<String> entries = new ArrayList<>();
    entries.add("  {\"name\": \"io.dunning.ledger.Account\", \"fields\": [{\"name\": \"row\"}]}");
    for (Class<?> each : classes()) {
      if (each.isRecord() && (Reason.class.isAssignableFrom(each) || hasForm(each))) {
        entries.add(
            "  {\"name\": \""
                + each.getName()
                + "\", \"allRecordComponents\": true, \"allPublicMethods\": true,"
                + " \"allDeclaredConstructors\": true}");
      }
    }
    assertThat(entries)
        .hasSizeGreaterThan(60)
        .anyMatch(e -> e.contains('"' + HoldReason.Disputed.class.getName() + '"'));
    check("reflect-config.json", "[\n" + String.join(",\n", entries) + "\n]\n");
  }

  @Test
  void namesEveryResource() throws IOException {
    List<String> entries;
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      entries =
          files
              .filter(Files::isRegularFile)
              .map(f -> RESOURCES.relativize(f).toString().replace('\\', '/'))
              .filter(f -> !f.startsWith("META-INF/"))
              .sorted()
              .map(f -> "    {\"pattern\": \"\\\\Q" + f + "\\\\E\"}")
              .toList();
    }
    assertThat(entries).hasSizeGreaterThan(1);
    check(
        "resource-config.json",
        "{\"resources\": {\"includes\": [\n" + String.join(",\n", entries) + "\n]}}\n");
  }

  @Test
  void namesEveryClassThatIsSerialised() throws Exception {
    Set<String> names = new TreeSet<>();
    for (Class<?> each : classes()) {
      if (Serializable.class.isAssignableFrom(each) && !each.isInterface()) {
        names.add(each.getName());
      }
    }
    for (Object each : samples()) {
      names.addAll(written(each));
    }
    assertThat(names)
        .contains(Money.class.getName(), DunningPolicy.class.getName(), "java.time.Ser");
    String entries =
        names.stream()
            .map(n -> "    {\"name\": \"" + n + "\"}")
            .collect(Collectors.joining(",\n", "{\"types\": [\n", "\n]}\n"));
    check("serialization-config.json", entries);
  }

  private static void check(String file, String text) throws IOException {
    Path path = METADATA.resolve(file);
    if (Boolean.getBoolean("metadata.write")) {
      Files.createDirectories(METADATA);
      Files.writeString(path, text);
    }
    assertThat(path).as("Maybe write it anew with -Dmetadata.write=true").hasContent(text);
  }

  /** The classes of the library, public or not, in the order of their names. */
  private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
    List<Class<?>> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.sorted().toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replace('\\', '.');
        if (name.endsWith(".class") && !name.endsWith("-info.class")) {
          String type = name.substring(0, name.length() - ".class".length());
          all.add(Class.forName(type, false, NativeImageTest.class.getClassLoader()));
        }
      }
    }
    return all;
  }

  /** Whether it is written as a {@code RecordForm}, which reads and makes it by reflection. */
  private static boolean hasForm(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .map(Method::getName)
        .anyMatch("writeReplace"::equals);
  }

  private static Collection<Object> samples() throws Exception {
    Samples samples = new Samples();
    List<Executable> makers = new ArrayList<>();
    for (Class<?> each : KeywordsTest.exported()) {
      makers.addAll(NullArgumentsTest.makers(each));
    }
    samples.learnFrom(makers);
    return samples.values();
  }

  /**
   * The classes outside the tests that stand in the stream of a value; none if it has no stream.
   */
  private static Set<String> written(Object value) throws IOException {
    Set<String> names = new TreeSet<>();
    try (ObjectOutputStream out =
        new ObjectOutputStream(new ByteArrayOutputStream()) {
          @Override
          protected void writeClassDescriptor(ObjectStreamClass written) throws IOException {
            Class<?> part = written.forClass().getComponentType();
            if (part == null || !part.isEnum()) { // what values() returns is not kept anywhere
              names.add(written.getName());
            }
            super.writeClassDescriptor(written);
          }
        }) {
      out.writeObject(value);
    } catch (NotSerializableException e) {
      return Set.of();
    }
    names.removeIf(n -> n.contains("$$Lambda") || n.contains("Samples") || n.contains("Test"));
    return names;
  }
}
