package io.dunning.callers

import static org.assertj.core.api.Assertions.assertThat

import io.dunning.GuidePage
import java.nio.file.Path
import org.junit.jupiter.api.Test

/** The page of the guide shows code that is compiled here, and what it prints. */
class GuideTest {
    private final GuidePage page = GuidePage.of('groovy.md', 'groovy')

    @Test
    void showsCodeThatIsCompiledHere() {
        assertThat(page.blocks()).hasSizeGreaterThan(3)
        assertThat(page.blocksNotIn(Path.of('src'))).isEmpty()
    }

    @Test
    void namesTheVersionsThatAreTested() {
        assertThat(page.text())
            .contains("tested with Groovy $GroovySystem.version in")
            .contains("org.apache.groovy:groovy:$GroovySystem.version")
    }

    @Test
    void theScriptPrintsWhatThePageSays() {
        def printed = new StringWriter()
        def shell = new GroovyShell(getClass().classLoader, new Binding(out: printed))
        shell.evaluate(new File('src/main/scripts/next-action.groovy'))
        assertThat(printed.toString()).isEqualTo(page.printed()[0])
    }
}
