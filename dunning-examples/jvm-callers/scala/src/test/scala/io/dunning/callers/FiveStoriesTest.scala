package io.dunning.callers

import io.dunning.Table
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import scala.jdk.CollectionConverters.*

/** The stories of the core's tests, told in Scala. */
class FiveStoriesTest:
  @Test
  def endAsTheyDoInJava(): Unit =
    assertThat(FiveStories.all().linesIterator.toSeq.asJava).isEqualTo(Table.lines("timelines/five-stories.txt"))
