package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.policy.PolicyFiles;
import io.dunning.studio.Studio;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command that serves the studio. */
class StudioCommandTest extends CommandFixture {
  private static StudioCommand command(String... args) {
    StudioCommand command = new StudioCommand();
    new CommandLine(command).parseArgs(args);
    return command;
  }

  private static JsonNode ask(Studio studio, String question, ObjectNode fields)
      throws IOException, InterruptedException {
    Matcher url = Pattern.compile("(http://[^/]+)/\\?token=(.+)").matcher(studio.url());
    assertThat(url.matches()).as(studio.url()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url.group(1) + "/api/" + question))
            .header("Content-Type", "application/json")
            .header("X-Dunning-Token", url.group(2))
            .POST(HttpRequest.BodyPublishers.ofString(fields.toString()))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  private static ObjectNode fields() {
    return JsonMapper.shared().createObjectNode();
  }

  @Test
  void servesTheSampleLedgerOfTheTour() throws IOException, InterruptedException {
    Path policy = file("mine.yaml", PolicyFiles.shippedText("standard-b2b"));
    try (Studio studio = command("--policy", policy.toString()).start()) {
      JsonNode start = ask(studio, "start", fields());

      assertThat(start.get("asOf").asString()).isEqualTo(TourCommand.TODAY.toString());
      ObjectNode question = fields().put("name", "mine.yaml").put("policy", "").put("find", "");
      question.put("text", PolicyFiles.shippedText("standard-b2b")).put("day", "2026-06-30");
      JsonNode ledger = ask(studio, "ledger", question);
      long open =
          CommandFixture.dunning(
                  "next",
                  "--as-of",
                  "2026-06-30",
                  "--policy",
                  policy.toString(),
                  "--format",
                  "csv",
                  "--ledger",
                  "src/main/resources/sample-ledger")
              .out()
              .lines()
              .skip(1)
              .count();
      assertThat(ledger.get("count").asLong()).isPositive().isEqualTo(open);
    }
  }

  @Test
  void countsTheStoriesOfAFolder() throws IOException, InterruptedException {
    Path policy =
        file(
            "mine.yaml",
            "policy: mine\nladder:\n  - step: letter\n    at: 3 days past due\n    take: send notice 1 by letter\n");
    Path stories = folder.resolve("stories");
    Run written =
        dunning("check", policy.toString(), "--events", "0", "--write", stories.toString());
    assertThat(stories).as(written.err()).isNotEmptyDirectory();
    try (Studio studio =
        command("--policy", policy.toString(), "--timelines", stories.toString()).start()) {
      ObjectNode question = fields().put("name", "mine.yaml").put("policy", "");
      question.put("text", Files.readString(policy));
      JsonNode job = ask(studio, "cover", question);
      while (job.get("state").asString().equals("running")) {
        Thread.sleep(50);
        job = ask(studio, "job", fields().put("kind", "cover").put("job", job.get("job").asInt()));
      }

      assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
      assertThat(job.get("result").get("by").asString()).isEqualTo("golden timelines");
      assertThat(job.get("result").get("passed").asInt()).isPositive();
      assertThat(job.get("result").get("failed")).isEmpty();
    }
  }

  @Test
  void refusesAPolicyThatItCannotEdit() {
    Run shipped = dunning("studio", "--policy", "standard-b2b");

    assertThat(shipped.code()).isEqualTo(2);
    assertThat(shipped.err()).contains("--policy: policy is not a file: standard-b2b");
    assertThat(shipped.err())
        .contains("Maybe dunning policy show standard-b2b > standard-b2b.yaml");
    assertThat(dunning("studio", "--policy", "x", "--port", "70000").err())
        .contains("--port: not a number from 0 to 65535: 70000");
  }

  @Test
  void saysThatAPortIsTaken() throws IOException {
    Path policy = file("mine.yaml", PolicyFiles.shippedText("standard-b2b"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Run run = dunning("studio", "--policy", policy.toString(), "--port", port);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("cannot listen on port " + port);
    }
  }
}
