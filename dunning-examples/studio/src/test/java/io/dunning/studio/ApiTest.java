package io.dunning.studio;

import static io.dunning.studio.StudioFixture.DAY;
import static io.dunning.studio.StudioFixture.HASTY;
import static io.dunning.studio.StudioFixture.HOSTILE;
import static io.dunning.studio.StudioFixture.about;
import static io.dunning.studio.StudioFixture.ask;
import static io.dunning.studio.StudioFixture.end;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyCoverage;
import io.dunning.check.World;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answers that the page gets. */
class ApiTest {
  @TempDir Path folder;

  private Path policy;
  private Studio studio;

  @BeforeEach
  void start() throws IOException {
    policy = StudioFixture.policy(folder);
    studio = Studio.start(StudioSettings.of(policy, DAY).with(StudioFixture.accounts()));
  }

  @AfterEach
  void stop() {
    studio.close();
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(n -> all.add(n.asString()));
    return all;
  }

  private static Map<String, Object> with(Map<String, Object> fields, String key, Object value) {
    fields.put(key, value);
    return fields;
  }

  @Test
  void startsWithThePolicyAndTheDaysOfTheLedger() throws IOException {
    Files.writeString(folder.resolve("other.yml"), "policy: other");
    JsonNode start = ask(studio, "start", Map.of());

    assertThat(start.get("name").asString()).isEqualTo("mine.yaml");
    assertThat(texts(start.get("names"))).containsExactly("mine.yaml", "other.yml");
    assertThat(start.get("asOf").asString()).isEqualTo("2026-06-30");
    assertThat(start.get("ledger").get("first").asString()).isEqualTo("2026-05-11");
  }

  @Test
  void saysEveryProblemAtItsLineWithAdvice() {
    String broken = HASTY.replace("14 days past due", "fourteen days").replace("grants", "grnats");
    JsonNode found = ask(studio, "edit", about(broken));

    assertThat(found.get("count").asInt()).isEqualTo(2);
    JsonNode first = found.get("problems").get(0);
    assertThat(first.get("line").asInt()).isEqualTo(7);
    assertThat(first.get("column").asInt()).isEqualTo(9);
    assertThat(first.get("advice").asString()).contains("14 days past due");
    assertThat(found.get("problems").get(1).get("line").asInt()).isEqualTo(9);
    assertThat(found.get("picture").asString()).isEmpty();
  }

  @Test
  void picturesTheLadderOfATextThatIsNotSaved() {
    JsonNode found =
        ask(studio, "edit", about(HASTY.replace("step: reminder", "step: friendly word")));

    assertThat(found.get("count").asInt()).isZero();
    assertThat(texts(found.get("policies"))).containsExactly("hasty");
    assertThat(found.get("picture").asString()).contains("<svg", "friendly word", "day 14");
  }

  @Test
  void readsPoliciesOfTheFolderThatTheTextExtends() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), HASTY.replace("hasty", "base"));
    JsonNode found = ask(studio, "edit", about("policy: mine\nextends: base\n"));

    assertThat(found.get("problems")).isEmpty();
    assertThat(found.get("picture").asString()).contains("agency");
  }

  @Test
  void findsWhatIsWrongWithTheStoryThatShowsIt() throws InterruptedException {
    JsonNode job = end(studio, "check", ask(studio, "check", about(HASTY)));

    assertThat(job.get("state").asString()).isEqualTo("done");
    JsonNode wrong = null;
    for (JsonNode each : job.get("result").get("findings")) {
      if (each.get("kind").asString().equals("notice-not-waited-for")) {
        wrong = each;
      }
    }
    assertThat(wrong).isNotNull();
    assertThat(wrong.get("severity").asString()).isEqualTo("warning");
    assertThat(wrong.get("advice").asString()).startsWith("Maybe let it count from the deadline");
    assertThat(wrong.get("line").asInt()).isBetween(10, 12);
    assertThat(wrong.get("story").asString()).contains("class=\"story\"", "refer to agency");
  }

  @Test
  void comparesWithTheSavedFileAndOnTheLedger() throws InterruptedException {
    String sooner = HASTY.replace("14 days past due", "10 days past due");
    JsonNode job = end(studio, "compare", ask(studio, "compare", about(sooner)));
    JsonNode found = job.get("result");

    assertThat(found.get("differences")).hasSize(1);
    assertThat(found.get("differences").get(0).get("after").asString())
        .isEqualTo("10 days past due");
    assertThat(found.get("harsher").get("after").asString()).contains("class=\"story\"");
    assertThat(found.get("harsher").get("text").asString())
        .startsWith("Some debtors are treated more harshly in ")
        .contains(" earlier");
    assertThat(found.get("ledger").get("accounts").asInt()).isEqualTo(3);
    JsonNode same = end(studio, "compare", ask(studio, "compare", about(HASTY)));
    assertThat(same.get("result").get("differences")).isEmpty();
    assertThat(same.get("result").get("effects")).isEmpty();
  }

  @Test
  void decidesTheLedgerOnADay() {
    JsonNode early = ask(studio, "ledger", with(about(HASTY), "day", "2026-06-12"));
    JsonNode late = ask(studio, "ledger", with(about(HASTY), "day", "2026-06-24"));

    assertThat(texts(early.get("rows").get(0).get("invoices"))).isNotEmpty();
    assertThat(verdicts(early)).isEqualTo("INV-1 wait, INV-2 hold, strange wait");
    assertThat(verdicts(late)).isEqualTo("INV-1 act, INV-2 hold, strange act");
    assertThat(early.get("aging").asString()).contains("1,330.00");
    assertThat(late.get("rows").get(0).get("verdict").asString()).isEqualTo("act");
    assertThat(late.get("rows").get(2).get("verdict").asString()).isEqualTo("hold");
    JsonNode found = ask(studio, "ledger", with(about(HASTY), "find", "inv-2"));
    assertThat(found.get("count").asInt()).isEqualTo(1);
  }

  private static String verdicts(JsonNode ledger) {
    List<String> all = new ArrayList<>();
    ledger
        .get("rows")
        .forEach(
            r -> {
              String invoice = r.get("invoices").get(0).asString();
              String name = invoice.equals(HOSTILE) ? "strange" : invoice;
              all.add(name + " " + r.get("verdict").asString());
            });
    return all.stream().sorted().collect(Collectors.joining(", "));
  }

  @Test
  void saysWhyAnInvoiceIsTreatedAsItIsAndWhyEachStepIsNotTaken() {
    JsonNode why =
        ask(studio, "explain", with(with(about(HASTY), "day", "2026-06-24"), "invoice", "INV-1"));

    assertThat(why.get("steps")).hasSize(3);
    why.get("steps").forEach(s -> assertThat(s.get("reasons")).isNotEmpty());
    assertThat(why.get("steps").get(2).get("next").asString()).isNotEmpty();
    assertThat(why.get("story").asString()).contains("class=\"today\"");
    JsonNode held = ask(studio, "explain", with(about(HASTY), "invoice", "INV-2"));
    assertThat(held.get("verdict").asString()).isEqualTo("hold");
    assertThat(held.get("steps").get(0).get("reasons").get(0).asString()).startsWith("held: ");
  }

  @Test
  void makesNoMarkupOfNames() {
    JsonNode why = ask(studio, "explain", with(about(HASTY), "invoice", "INV-2"));

    assertThat(why.get("story").asString()).contains("&lt;script&gt;").doesNotContain("<script");
    JsonNode ledger = ask(studio, "ledger", about(HASTY));
    assertThat(ledger.get("aging").asString()).doesNotContain("<script");
    String named = HASTY.replace("step: reminder", "step: '<img src=x onerror=alert(1)>'");
    assertThat(ask(studio, "edit", about(named)).get("picture").asString())
        .contains("&lt;img")
        .doesNotContain("<img");
  }

  /** A policy of many steps, for which even the first looks take long. */
  private static String longLadder(int letter) {
    StringBuilder text = new StringBuilder("policy: long\nladder:\n");
    for (int i = 1; i <= 500; i++) {
      int day = i == 500 ? i + letter : i;
      text.append("  - step: letter " + i + "\n    at: " + day + " days past due\n");
      text.append("    take: send reminder by email\n");
    }
    return text.toString();
  }

  @Test
  void endsWorkOnALongPolicyThatNobodyWaitsForAnyMore() throws Exception {
    for (String kind : List.of("check", "compare")) {
      Files.writeString(policy, longLadder(0));
      ask(studio, kind, about(longLadder(1)));
      Files.writeString(policy, HASTY);
      // one thread works on each kind: a small question is answered once the long one has ended
      String job = end(studio, kind, ask(studio, kind, about(HASTY))).get("state").asString();
      assertThat(job).as(kind).isEqualTo("done");
    }
    Files.writeString(policy, longLadder(0));
    JsonNode compare = ask(studio, "compare", about(longLadder(2)));
    ask(studio, "cancel", Map.of("kind", "compare"));
    assertThat(end(studio, "compare", compare).get("state").asString()).isEqualTo("cancelled");
  }

  @Test
  void countsWhatTheLedgerExercises() throws InterruptedException {
    JsonNode job = end(studio, "cover", ask(studio, "cover", about(HASTY)));

    assertThat(job.get("result").get("by").asString()).isEqualTo("the ledger");
    assertThat(job.get("result").get("rows").get(0).get("of").asString()).isEqualTo("reminder");
    assertThat(job.get("result").get("rows").get(0).get("times").asInt()).isEqualTo(2);
  }

  /** One timeline that passes thrice, as it were, and one that fails. */
  private static final class Golden implements Timelines {
    @Override
    public Told tell(DunningPolicy told, BusinessCalendar calendar) {
      if (told.name().equals("unknown")) {
        throw new IllegalArgumentException("none is about the policy unknown");
      }
      PolicyCoverage coverage = PolicyCoverage.of(told);
      Timeline.of(
          DunningEvaluator.on(calendar),
          told,
          StudioFixture.accounts().get(0),
          DAY,
          DAY.plusDays(60),
          coverage);
      return Told.of(coverage, 3, Map.of("x.story", "expected hold"));
    }

    @Override
    public String write(World world, String title) {
      return title + " of " + world.policy().name();
    }
  }

  @Test
  void writesTheStoryOfAFindingAsAGoldenTimeline() throws InterruptedException {
    studio.close();
    studio = Studio.start(StudioSettings.of(policy, DAY).coveredBy(new Golden()));
    JsonNode job = end(studio, "check", ask(studio, "check", about(HASTY)));

    JsonNode finding = job.get("result").get("findings").get(0);
    assertThat(finding.get("file").asString())
        .isEqualTo(finding.get("kind").asString() + " of hasty");
  }

  @Test
  void countsWhatGoldenTimelinesExercise() throws InterruptedException {
    studio.close();
    studio = Studio.start(StudioSettings.of(policy, DAY).coveredBy(new Golden()));
    JsonNode job = end(studio, "cover", ask(studio, "cover", about(HASTY)));

    assertThat(job.get("result").get("passed").asInt()).isEqualTo(3);
    assertThat(job.get("result").get("failed").get("x.story").asString())
        .isEqualTo("expected hold");
    JsonNode none =
        end(studio, "cover", ask(studio, "cover", about(HASTY.replace("hasty", "unknown"))));
    assertThat(none.get("state").asString()).isEqualTo("failed");
    assertThat(none.get("progress").asString()).isEqualTo("none is about the policy unknown");
  }

  @Test
  void savesUnlessTheFileChangedMeanwhile() throws IOException {
    JsonNode opened = ask(studio, "open", Map.of("name", "mine.yaml"));
    Map<String, Object> fields = about("policy: saved\n");
    fields.put("version", opened.get("version").asString());
    JsonNode saved = ask(studio, "save", fields);

    assertThat(Files.readString(policy)).isEqualTo("policy: saved\n");
    assertThat(saved.get("version").asString()).isNotEqualTo(opened.get("version").asString());
    Wire.Response again = Wire.ask(studio, "save", JsonMapper.shared().writeValueAsString(fields));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("nothing was saved");
  }

  @Test
  void makesTheReportOfTheDayAndGivesItOnce() throws IOException, InterruptedException {
    JsonNode job = end(studio, "report", ask(studio, "report", about(HASTY)));
    String which = "{\"kind\":\"report\",\"job\":" + job.get("job").asInt() + "}";
    Wire.Response report = Wire.ask(studio, "fetch", which);

    assertThat(report.headers()).containsIgnoringCase("content-type: text/html");
    assertThat(report.body()).startsWith("<!DOCTYPE html>").contains("2026-06-30");
    assertThat(job.get("result").get("bytes").asInt())
        .isEqualTo(report.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(Wire.ask(studio, "fetch", which).status()).isEqualTo(404);
  }

  @Test
  void noticesThatAFileWasChanged() throws IOException {
    String version = ask(studio, "open", Map.of("name", "mine.yaml")).get("version").asString();
    Map<String, Object> mine = Map.of("name", "mine.yaml");

    assertThat(ask(studio, "version", mine).get("version").asString()).isEqualTo(version);
    Files.writeString(policy, "policy: theirs");
    assertThat(ask(studio, "version", mine).get("version").asString()).isNotEqualTo(version);
  }

  @Test
  void refusesQuestionsThatMakeNoSense() throws IOException {
    assertThat(Wire.ask(studio, "edit", "[]").status()).isEqualTo(400);
    assertThat(Wire.ask(studio, "edit", "{").status()).isEqualTo(400);
    assertThat(Wire.ask(studio, "edit", "{}").status()).isEqualTo(400);
    assertThat(Wire.ask(studio, "edit", "[".repeat(100_000)).status()).isEqualTo(400);
    assertThat(Wire.ask(studio, "open", "{\"name\":\"../mine.yaml\"}").status()).isEqualTo(403);
    assertThat(Wire.ask(studio, "job", "{\"kind\":\"check\",\"job\":99}").status()).isEqualTo(404);
    assertThat(Wire.ask(studio, "cancel", "{\"kind\":\"all\"}").status()).isEqualTo(400);
    JsonMapper json = JsonMapper.shared();
    String noDay = json.writeValueAsString(with(about(HASTY), "day", "today"));
    assertThat(Wire.ask(studio, "ledger", noDay).status()).isEqualTo(400);
    for (String day : List.of("+999999999-12-31", "-0001-01-01", "0000-01-01")) {
      String strange = json.writeValueAsString(with(about(HASTY), "day", day));
      assertThat(Wire.ask(studio, "report", strange).status()).as(day).isEqualTo(400);
    }
    String far = "{\"text\":\"\",\"line\":2147483647,\"column\":0}";
    assertThat(Wire.ask(studio, "complete", far).status()).isEqualTo(400);
    String broken = json.writeValueAsString(about("policy: nothing"));
    assertThat(Wire.ask(studio, "ledger", broken).status()).isEqualTo(422);
    assertThat(Wire.ask(studio, "check", broken).status()).isEqualTo(422);
  }
}
