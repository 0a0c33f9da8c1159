package io.dunning.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files can be read and written, and how. */
class FolderTest {
  @TempDir Path root;

  private Path inner;
  private Folder folder;

  @BeforeEach
  void files() throws IOException {
    inner = Files.createDirectory(root.resolve("policies"));
    Files.writeString(inner.resolve("mine.yaml"), "policy: mine\n");
    Files.writeString(inner.resolve("notes.txt"), "no policy");
    Files.writeString(inner.resolve(".hidden.yaml"), "policy: hidden");
    Files.writeString(root.resolve("secret.yaml"), "secret");
    Files.createDirectory(inner.resolve("folder.yaml"));
    Files.createSymbolicLink(inner.resolve("link.yaml"), root.resolve("secret.yaml"));
    Files.createSymbolicLink(inner.resolve("loop"), root);
    folder = new Folder(inner, Set.of(".yaml"));
  }

  private void refuses(String name, int... statuses) {
    assertThatThrownBy(() -> folder.read(name))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(statuses).as(name).contains(e.status()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../secret.yaml",
        "..\\secret.yaml",
        "loop/secret.yaml",
        "./mine.yaml",
        "/etc/passwd",
        "/mine.yaml",
        "C:\\mine.yaml",
        "mine.yaml\u0000",
        "mine\u0000.yaml",
        "mine..yaml",
        "%2e%2e%2fsecret.yaml",
        "notes.txt",
        ".hidden.yaml",
        "mine.yaml/",
        "link.yaml",
        "folder.yaml",
        "missing.yaml",
        "~/mine.yaml",
        "mine.yaml\n"
      })
  void readsNothingElse(String name) {
    refuses(name, 403, 404);
    assertThatThrownBy(() -> folder.write(name, "x", "")).isInstanceOf(Refusal.class);
  }

  @Test
  void namesOnlyItsFiles() {
    assertThat(folder.names()).containsExactly("mine.yaml");
  }

  @Test
  void replacesAFileWholeAndKeepsItsPermissions() throws IOException {
    Path file = inner.resolve("mine.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    String version = folder.write("mine.yaml", "policy: new\n", folder.read("mine.yaml").version());

    assertThat(Files.readString(file)).isEqualTo("policy: new\n");
    assertThat(folder.read("mine.yaml").version()).isEqualTo(version);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> all = Files.list(inner)) {
      assertThat(all.map(p -> p.getFileName().toString())).noneMatch(n -> n.contains("draft"));
    }
  }

  // what stands in the file, what is saved, what stands there then; N is LF, R is CR
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          aRNbRN,    aNbNcN,      aRNbRNcRN
          aNbN,      aNbNcN,      aNbNcN
          # the line ends of most lines
          aRNbRNcN,  aNbNcN,      aRNbRNcRN
          aRNbNcN,   aNbNcN,      aNbNcN
          # a text with its own line ends stays as it is
          aRNbRN,    aRNbNcN,     aRNbNcN
          # no line end at all
          a,         aNb,         aNb
          """)
  void keepsTheLineEndsOfTheFile(String before, String text, String after) throws IOException {
    Path file = inner.resolve("mine.yaml");
    Files.writeString(file, ends(before));

    String version = folder.write("mine.yaml", ends(text), folder.read("mine.yaml").version());

    assertThat(Files.readString(file)).isEqualTo(ends(after));
    assertThat(folder.read("mine.yaml").version()).isEqualTo(version);
  }

  private static String ends(String text) {
    return text.replace('N', '\n').replace('R', '\r');
  }

  @Test
  void refusesToSaveOverWhatSomebodyElseHasWritten() throws IOException {
    String seen = folder.read("mine.yaml").version();
    Files.writeString(inner.resolve("mine.yaml"), "policy: theirs\n");

    assertThatThrownBy(() -> folder.write("mine.yaml", "policy: ours\n", seen))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.status()).isEqualTo(409))
        .hasMessageContaining("changed by somebody else");
    assertThat(Files.readString(inner.resolve("mine.yaml"))).isEqualTo("policy: theirs\n");
  }

  @Test
  void refusesWhatIsNoTextOrTooLong() throws IOException {
    Files.write(inner.resolve("mine.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    refuses("mine.yaml", 422);
    Files.write(inner.resolve("mine.yaml"), new byte[Folder.LONGEST + 1]);
    refuses("mine.yaml", 413);
  }

  @Test
  void refusesALinkWhereThePolicyShouldBe() {
    StudioSettings settings = StudioSettings.of(inner.resolve("link.yaml"), StudioFixture.DAY);

    assertThatThrownBy(() -> Studio.start(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a link");
  }
}
