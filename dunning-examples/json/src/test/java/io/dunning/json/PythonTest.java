package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dunning.evaluation.Posting;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** A program in another language reads answers and writes events by their forms alone. */
class PythonTest {

  @Test
  void aProgramInPythonReadsAnswersAndWritesEvents() throws Exception {
    assumeTrue(hasPython(), "python3 is not installed");
    List<Recommendation> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(AnyValues.of(Recommendation.class, i).any(Recommendation.class));
    }
    List<Posting> written =
        DunningJson.mapper()
            .readValue(
                run(DunningJson.mapper().writeValueAsBytes(answers)), new TypeReference<>() {});
    List<Posting> expected = new ArrayList<>();
    for (Recommendation each : answers) {
      if (each.verdict() == Verdict.ACT) {
        String customer = each.subject().customer();
        LedgerEvent taken =
            each.channel()
                .map(c -> LedgerEvent.stepTaken(each.asOf(), each.step().get(), c))
                .orElseGet(() -> LedgerEvent.stepTaken(each.asOf(), each.step().get()));
        expected.add(new Posting(customer, Optional.empty(), taken));
        expected.add(
            new Posting(
                customer,
                Optional.of(each.invoices().get(0)),
                LedgerEvent.payment(each.asOf(), each.owed().get(0).total())));
      }
    }
    assertThat(written).isEqualTo(expected).hasSizeGreaterThan(4);
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String run(byte[] input) throws Exception {
    byte[] program;
    try (InputStream in = PythonTest.class.getResourceAsStream("/python/remind.py")) {
      program = in.readAllBytes();
    }
    Process process =
        new ProcessBuilder("python3", "-c", new String(program, StandardCharsets.UTF_8))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
