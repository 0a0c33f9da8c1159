package io.dunning.callers

import dotty.tools.dotc.Main
import dotty.tools.dotc.interfaces.{Diagnostic, SimpleReporter}
import java.nio.file.{Files, Path}
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import scala.collection.mutable
import scala.jdk.CollectionConverters.*

/** A match that leaves out one kind is warned about by the name of the kind; with `-Werror` it does not compile. */
class ExhaustiveTest:
  @TempDir
  var folder: Path = scala.compiletime.uninitialized

  @Test
  def theCompilerNamesTheKindThatHasNoAnswer(): Unit =
    val clerk = source("Clerk.scala")
    val left = Seq(
      "case Verdict.EXHAUSTED => \"nothing is left to do\"",
      "case _: Conversation.Visit => \"field service\"",
      "case _: ContactReason => about(\"contact\", reason)",
      "case _: MoneyEvent.Voided => \"void\"")
    assertThat(compile(clerk).asJava).isEmpty()
    val messages = compile(left.foldLeft(clerk)((text, line) => text.replace(line, "")))
    val missing = messages.filter(_.contains("may not be exhaustive")).mkString("\n")
    assertThat(missing).contains("EXHAUSTED", "Visit", "ContactReason", "Voided")

  private def source(name: String) = Files.readString(Path.of("src/main/scala/io/dunning/callers", name))

  private def compile(clerk: String): Seq[String] =
    val file = Files.writeString(folder.resolve("Clerk.scala"), clerk)
    val operators = Files.writeString(folder.resolve("Operators.scala"), source("Operators.scala"))
    val classes = Files.createDirectories(folder.resolve("classes"))
    val messages = mutable.Buffer[String]()
    val reporter = new SimpleReporter:
      override def report(diagnostic: Diagnostic): Unit = messages += diagnostic.message
    Main.process(
      Array("-classpath", System.getProperty("java.class.path"), "-d", classes.toString, file.toString, operators.toString),
      reporter,
      null)
    messages.toSeq
