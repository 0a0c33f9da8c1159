package io.dunning.callers

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** A `when` that leaves out one kind does not compile, and the compiler names what is missing. */
class ExhaustiveTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun theCompilerNamesTheKindThatHasNoAnswer() {
        val clerk = Files.readString(Path.of("src/main/kotlin/io/dunning/callers/Clerk.kt"))
        val left = listOf(
            "Verdict.EXHAUSTED -> \"nothing is left to do\"",
            "is Conversation.Visit -> \"field service\"",
            "is ContactReason -> \"contact\"",
            "is MoneyEvent.Voided -> \"void\"")
        val (code, messages) = compile(left.fold(clerk) { text, line -> text.replace(line, "") })
        assertThat(code).isEqualTo(ExitCode.COMPILATION_ERROR)
        assertThat(messages.lines().filter { "error:" in it })
            .hasSize(4)
            .allMatch { "must be exhaustive" in it }
            .anyMatch { "EXHAUSTED" in it }
            .anyMatch { "Visit" in it }
            .anyMatch { "ContactTooSoon" in it }
            .anyMatch { "Voided" in it }
    }

    private fun compile(text: String): Pair<ExitCode, String> {
        val source = Files.writeString(folder.resolve("Clerk.kt"), text)
        val messages = ByteArrayOutputStream()
        val code = K2JVMCompiler().exec(
            PrintStream(messages),
            "-no-stdlib", "-no-reflect", "-jvm-target", "17",
            "-classpath", System.getProperty("java.class.path"),
            "-d", folder.resolve("classes").toString(),
            source.toString())
        return code to messages.toString()
    }
}
