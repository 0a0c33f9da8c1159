package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The guide prints what its commands print. Write it anew with {@code -Dguide.write=true}, and read
 * what changed.
 */
class CheckGuideTest extends CommandFixture {
  private static final Path PAGE = Path.of("../../docs/guide/check.md");
  private static final Path STORIES = Path.of("../../docs/reference/stories.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(yaml|console|story) ?([^\\n]*)\\n(.*?)^```$");

  @Test
  void printsWhatTheCommandsPrint() throws IOException {
    String page = Files.readString(PAGE);
    List<String> kinds = new ArrayList<>();
    String written =
        BLOCK
            .matcher(page)
            .replaceAll(
                block -> {
                  kinds.add(block.group(1));
                  return Matcher.quoteReplacement(anew(block));
                });
    assertThat(kinds).contains("yaml", "story").filteredOn("console"::equals).hasSize(6);
    if (Boolean.getBoolean("guide.write")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  private String anew(MatchResult block) {
    try {
      String name = block.group(2);
      String text = block.group(3);
      switch (block.group(1)) {
        case "yaml" -> file(name, text);
        case "story" -> text = Files.readString(folder.resolve(name));
        default -> text = console(text.lines().findFirst().orElseThrow());
      }
      return "```" + (block.group(1) + " " + name).strip() + "\n" + text + "```";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String console(String command) {
    List<String> args = new ArrayList<>();
    for (String word : command.substring("$ dunning ".length()).split(" ")) {
      boolean path = word.endsWith(".yaml") || word.equals("stories");
      args.add(path ? folder.resolve(word).toString() : word);
    }
    Run run = dunning(args.toArray(new String[0]));
    assertThat(run.err()).as(command).isEmpty();
    return command + "\n" + run.out().replace(folder + "/", "");
  }

  @Test
  void theStoryOfTheReferenceHolds() throws IOException {
    Matcher story =
        Pattern.compile("(?ms)^```text\\n(.*?)^```$").matcher(Files.readString(STORIES));
    assertThat(story.find()).isTrue();
    file("a.story", story.group(1));
    String policy =
        file(
                "policy.yaml",
                """
                policy: mine
                ladder:
                  - step: reminder
                    at: 3 days past due
                    take: send reminder by email
                  - step: demand
                    at: 14 days past due
                    take: send demand by letter
                    grants: 10 days
                """)
            .toString();
    assertThat(dunning("coverage", policy, "--stories", folder.toString()).out())
        .startsWith("stories of mine: 1 passed, 0 failed\n");
  }
}
