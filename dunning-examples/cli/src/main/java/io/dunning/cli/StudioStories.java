package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.World;
import io.dunning.policy.DunningPolicy;
import io.dunning.studio.Timelines;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stories of a folder, read anew each time, so that a new one counts at once. */
record StudioStories(Path folder) implements Timelines {
  @Override
  public Told tell(DunningPolicy policy, BusinessCalendar calendar) {
    try {
      CoveredPolicy covered =
          CoveredPolicy.byStories(policy, StoryFile.readAll(folder), calendar, false);
      Map<String, String> failed = new TreeMap<>();
      for (StoryFile.Failure each : covered.failed()) {
        String where = each.line() > 0 ? "line " + each.line() + ": " : "";
        failed.merge(within(each.file()), where + each.what(), (a, b) -> a + "\n" + b);
      }
      return Told.of(covered.coverage(), covered.passed(), failed);
    } catch (BadInputException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The name of a file without that of the folder. */
  private String within(String file) {
    Path path = Path.of(file);
    return path.startsWith(folder) ? folder.relativize(path).toString() : file;
  }

  @Override
  public String write(World world, String title) {
    return StoryWriter.text(world, title, Optional.of(world.policy().name()));
  }
}
