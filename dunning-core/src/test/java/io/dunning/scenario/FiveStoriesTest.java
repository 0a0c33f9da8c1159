package io.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The stories that callers in Kotlin, Scala and Groovy tell, too. Written anew, after a change on
 * purpose, with {@code -Dstories.write=true}.
 */
class FiveStoriesTest {
  private static final String FILE = "timelines/five-stories.txt";

  @Test
  void endAsTheyAreWrittenDown() throws IOException {
    String told = FiveStories.all();
    if (Boolean.getBoolean("stories.write")) {
      Files.writeString(Path.of("src/test/resources", FILE), told);
      return;
    }
    assertThat(told.lines().toList()).isEqualTo(Table.lines(FILE));
  }
}
