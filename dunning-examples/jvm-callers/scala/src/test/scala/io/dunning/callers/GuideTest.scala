package io.dunning.callers

import io.dunning.GuidePage
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The page of the guide shows code that is compiled here, and what it prints. */
class GuideTest:
  private val page = GuidePage.of("scala.md", "scala")

  @Test
  def showsCodeThatIsCompiledHere(): Unit =
    assertThat(page.blocks).hasSizeGreaterThan(3)
    assertThat(page.blocksNotIn(Path.of("src"))).isEmpty()

  @Test
  def printsWhatThePageSays(): Unit =
    assertThat(s"${NextAction.explained}\n").isEqualTo(page.printed.get(0))
