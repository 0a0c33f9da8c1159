package io.dunning.scale;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on the console how many rows a run has decided about, and how long it will take yet. */
final class RunBar implements RunWatcher, AutoCloseable {
  private final ProgressBar bar;
  private int parts;
  private int part;

  /** Null unless the rows are counted. The bar asks for it on a thread of its own. */
  private TimeLeft left;

  RunBar() {
    bar =
        ProgressBar.builder()
            .setTaskName("decide")
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" rows", 1)
            .setInitialMax(-1)
            .setEtaFunction(state -> left())
            .build();
    bar.setExtraMessage("looks at the portfolio");
  }

  private synchronized Optional<Duration> left() {
    return left == null ? Optional.empty() : left.at(System.nanoTime());
  }

  @Override
  public boolean wantsCounts() {
    return true;
  }

  @Override
  public synchronized void counted(long[] rows) {
    parts = rows.length;
    left = new TimeLeft(rows);
    bar.maxHint(LongStream.of(rows).sum());
  }

  @Override
  public synchronized void notCounted(int of) {
    parts = of;
  }

  @Override
  public synchronized void partBegins(int which) {
    part = which;
    if (left != null) {
      left.partBegins(which, System.nanoTime());
    }
    bar.setExtraMessage("sorts" + ofParts());
  }

  @Override
  public synchronized void partSorted() {
    if (left != null) {
      left.partSorted(System.nanoTime());
    }
    bar.setExtraMessage("decides" + ofParts());
  }

  @Override
  public synchronized void rowsDecided(long rows) {
    if (left != null) {
      left.rowsDecided(rows, System.nanoTime());
    }
    bar.stepBy(rows);
  }

  private String ofParts() {
    return parts == 1 ? "" : " part " + (part + 1) + " of " + parts;
  }

  @Override
  public synchronized void partsDone(int done) {
    if (done == parts) {
      bar.setExtraMessage("");
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
