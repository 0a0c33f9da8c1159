package io.dunning.callers

import io.dunning.GuidePage
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The page of the guide shows code that is compiled here, and what it prints. */
class GuideTest {
    private val page = GuidePage.of("kotlin.md", "kotlin")

    @Test
    fun showsCodeThatIsCompiledHere() {
        assertThat(page.blocks()).hasSizeGreaterThan(3)
        assertThat(page.blocksNotIn(Path.of("src"))).isEmpty()
    }

    @Test
    fun namesTheVersionsThatAreTested() {
        assertThat(page.text())
            .contains("kotlin(\"jvm\") version \"${KotlinVersion.CURRENT}\"")
            .contains("tested with\nKotlin ${KotlinVersion.CURRENT},")
    }

    @Test
    fun printsWhatThePageSays() {
        assertThat("${nextAction()}\n").isEqualTo(page.printed().first())
    }
}
