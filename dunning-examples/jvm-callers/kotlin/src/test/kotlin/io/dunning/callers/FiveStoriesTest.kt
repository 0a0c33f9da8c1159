package io.dunning.callers

import io.dunning.Table
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The stories of the core's tests, told in Kotlin. */
class FiveStoriesTest {
    @Test
    fun endAsTheyDoInJava() {
        assertThat(FiveStories.all().lines().dropLast(1)).isEqualTo(Table.lines("timelines/five-stories.txt"))
    }
}
