package io.dunning.callers

import static org.assertj.core.api.Assertions.assertThat

import io.dunning.Table
import org.junit.jupiter.api.Test

/** The stories of the core's tests, told in Groovy. */
class FiveStoriesTest {
    @Test
    void endAsTheyDoInJava() {
        assertThat(FiveStories.all().readLines()).isEqualTo(Table.lines('timelines/five-stories.txt'))
    }
}
