package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.World;
import io.dunning.policy.DunningPolicy;
import io.dunning.studio.Timelines;
import java.nio.file.Path;
import java.util.Optional;

/** The stories of a folder, read anew each time, so that a new one counts at once. */
record StudioStories(Path folder) implements Timelines {
  @Override
  public Told tell(DunningPolicy policy, BusinessCalendar calendar) {
    try {
      CoveredPolicy covered =
          CoveredPolicy.byStories(policy, StoryFile.readAll(folder), calendar, false);
      return Told.of(covered.coverage(), covered.passed(), covered.failed());
    } catch (BadInputException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public String write(World world, String title) {
    return StoryWriter.text(world, title, Optional.of(world.policy().name()));
  }
}
