package io.dunning.callers

import dotty.tools.dotc.Main
import dotty.tools.dotc.interfaces.{Diagnostic, SimpleReporter}
import java.nio.file.{Files, Path}
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import scala.collection.mutable
import scala.jdk.CollectionConverters.*

/** A match that leaves out one kind is warned about with the name of the kind; with `-Werror` it does not compile. */
class ExhaustiveTest:
  @TempDir
  var folder: Path = scala.compiletime.uninitialized

  @Test
  def theCompilerNamesTheKindThatHasNoAnswer(): Unit =
    val left = Seq(
      "case Verdict.EXHAUSTED => \"nothing is left to do\"",
      "case _: Conversation.Visit => \"field service\"",
      "case _: ContactReason => about(\"contact\", reason)",
      "case _: TermsEvent => \"terms\"")
    val messages = compile(left.foldLeft(source("Clerk.scala"))((text, line) => text.replace(line, "")))
    assertThat(messages.asJava).hasSize(4).allMatch(_.contains("may not be exhaustive"))
    assertThat(messages.mkString("\n")).contains("EXHAUSTED", "Visit", "ContactReason", "TermsEvent")

  /** Once this fails, Scala knows what Java seals, and the unions of `Kinds` can go. */
  @Test
  def theCompilerDoesNotSeeWhatJavaSeals(): Unit =
    val clerk = "import io.dunning.evaluation.*\ndef due(reason: Reason) = reason match\n  case _: DueReason => true\n"
    assertThat(compile(clerk).asJava).isEmpty()

  private def source(name: String) = Files.readString(Path.of("src/main/scala/io/dunning/callers", name))

  private def compile(clerk: String): Seq[String] =
    val file = Files.writeString(folder.resolve("Clerk.scala"), clerk)
    val others = Seq("Operators.scala", "Kinds.scala")
      .map(name => Files.writeString(folder.resolve(name), source(name)).toString)
    val classes = Files.createDirectories(folder.resolve("classes"))
    val messages = mutable.Buffer[String]()
    val reporter = new SimpleReporter:
      // what has no place in the sources is the sum of the others
      override def report(diagnostic: Diagnostic): Unit =
        if diagnostic.position.isPresent then messages += diagnostic.message
    Main.process(
      Array("-classpath", System.getProperty("java.class.path"), "-d", classes.toString, file.toString) ++ others,
      reporter,
      null)
    messages.toSeq
