package io.dunning.check;

import java.time.LocalDate;

/** Hears of something that shows in a world on a day. */
@FunctionalInterface
interface Shows {
  void show(Path path, LocalDate day, PolicyFinding finding);
}
