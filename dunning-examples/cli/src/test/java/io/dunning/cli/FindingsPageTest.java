package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.check.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of findings has every kind, as the check prints it. */
class FindingsPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/findings.md");
  private static final Path EXPECTED = Path.of("src/test/resources/faulty-policies/expected.txt");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?ms)^### (\\S+)\\n\\n\\*\\*(\\w+):\\*\\* (.+?)\\.\\n\\nExample: .+?\\n\\nWhat to do:"
              + " .+?\\n$");

  /** What the page says of a kind. */
  private record Section(String severity, String meaning) {}

  private static Map<String, Section> sections() throws IOException {
    Map<String, Section> all = new LinkedHashMap<>();
    Matcher section = SECTION.matcher(Files.readString(PAGE) + "\n");
    while (section.find()) {
      all.put(
          section.group(1),
          new Section(section.group(2).toLowerCase(Locale.ROOT), section.group(3)));
    }
    return all;
  }

  @Test
  void hasEachKindInItsOrderWithItsMeaning() throws IOException {
    assertThat(sections().entrySet())
        .map(e -> e.getKey() + ": " + e.getValue().meaning().replace('\n', ' '))
        .containsExactlyElementsOf(
            Arrays.stream(FindingKind.values()).map(k -> k.id() + ": " + k.meaning()).toList());
  }

  @Test
  void saysHowBadEachKindIsThatAFaultyPolicyShows() throws IOException {
    Map<String, Section> sections = sections();
    for (String each : Files.readAllLines(EXPECTED)) {
      String[] parts = each.split(": ");
      assertThat(sections.get(parts[2])).as(each).extracting(Section::severity).isEqualTo(parts[1]);
    }
  }
}
