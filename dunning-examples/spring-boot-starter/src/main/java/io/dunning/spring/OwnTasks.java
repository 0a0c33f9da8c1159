package io.dunning.spring;

import com.github.kagkarlsson.scheduler.Resolvable;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/**
 * Takes the tasks that this instance does, and leaves those of other instances alone. By itself,
 * db-scheduler learns which tasks it does not know only by taking some; those would wait until they
 * count as those of an instance that died.
 */
final class OwnTasks extends PostgreSqlJdbcCustomization {
  private final List<String> others;
  private boolean known;

  OwnTasks(List<String> others) {
    super(false, false);
    this.others = List.copyOf(others);
  }

  @Override
  public synchronized List<Execution> lockAndFetchSingleStatement(
      JdbcTaskRepositoryContext context, Instant now, int limit, boolean byPriority) {
    if (!known) {
      others.forEach(task -> context.taskResolver.resolve(Resolvable.of(task, now)));
      known = true;
    }
    return super.lockAndFetchSingleStatement(context, now, limit, byPriority);
  }
}
