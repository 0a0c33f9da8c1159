package io.dunning.studio;

import io.dunning.policy.PolicySet;
import io.dunning.reports.Figures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The questions that the page asks, by name, and their answers as JSON. Thread-safe. */
final class Api {
  private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");
  private static final int BUSY_MILLIS = 5_000;
  private static final int LARGEST = 10_000_000;
  private static final int LAST_YEAR = 9_900;

  /** The questions whose answer costs something. */
  private static final Set<String> HEAVY =
      Set.of("edit", "complete", "ledger", "explain", "report", "check", "compare", "cover");

  private final StudioSettings settings;
  private final Jobs jobs;
  private final Desk desk =
      new Desk(Math.max(2, Runtime.getRuntime().availableProcessors()), BUSY_MILLIS);
  private final Folder folder;
  private final String first;
  private final Completion completion = new Completion();
  private final PolicyView policyView;
  private final LedgerView ledger;
  private final CheckView checks;
  private final ChangeView changes;
  private final CoverageView coverage;
  private final Map<String, Function<Question, Object>> answers = new TreeMap<>();

  /** A question: its name leads to the answer, its fields say about what. */
  record Question(JsonNode fields, Desk.Ticket ticket) {
    String text(String name) {
      JsonNode value = fields.path(name);
      if (!value.isString()) {
        throw new Refusal(400, "the question needs a text \"" + name + "\"");
      }
      return value.asString();
    }

    int number(String name) {
      JsonNode value = fields.path(name);
      if (!value.isInt() || value.asInt() < 0 || value.asInt() > LARGEST) {
        throw new Refusal(400, "the question needs a number \"" + name + "\"");
      }
      return value.asInt();
    }

    LocalDate day() {
      try {
        LocalDate day = LocalDate.parse(text("day"));
        if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
          return day;
        }
      } catch (DateTimeException e) {
        // said below
      }
      throw new Refusal(400, "not a day such as 2026-06-30: " + text("day"));
    }
  }

  Api(StudioSettings settings, Jobs jobs) {
    this.settings = settings;
    this.jobs = jobs;
    if (!Files.isRegularFile(settings.policy())) {
      throw new IllegalArgumentException("policy is not a file: " + settings.policy());
    }
    Path absolute = settings.policy().toAbsolutePath().normalize();
    folder = new Folder(absolute.getParent(), ENDINGS);
    first = absolute.getFileName().toString();
    if (!folder.names().contains(first)) {
      throw new IllegalArgumentException(
          "policy cannot be edited: "
              + settings.policy()
              + "\nMaybe a file, not a link, whose name ends with .yaml, .yml or .json");
    }
    Figures figures = Figures.in(Locale.UK);
    policyView = new PolicyView(settings, figures);
    ledger = new LedgerView(settings, figures);
    checks = new CheckView(settings);
    changes = new ChangeView(settings);
    coverage = new CoverageView(settings);
    answers.put("start", q -> start());
    answers.put("open", this::open);
    answers.put("version", q -> Map.of("version", folder.read(q.text("name")).version()));
    answers.put("edit", q -> policyView.of(draft(q), q.text("policy")));
    answers.put(
        "complete", q -> completion.at(q.text("text"), q.number("line"), q.number("column")));
    answers.put("save", this::save);
    answers.put("ledger", this::ledger);
    answers.put(
        "explain", q -> ledger.explain(draft(q).set(q.text("policy")), q.day(), q.text("invoice")));
    answers.put("report", this::report);
    answers.put("check", this::check);
    answers.put("compare", this::compare);
    answers.put("cover", this::cover);
    answers.put("job", q -> jobs.find(q.text("kind"), q.number("job")).told());
    answers.put("fetch", q -> jobs.find(q.text("kind"), q.number("job")).fetch());
    answers.put("cancel", this::cancel);
  }

  boolean answers(String question) {
    return answers.containsKey(question);
  }

  Answer answer(String question, byte[] body) {
    JsonNode fields = read(body);
    Function<Desk.Ticket, Object> work =
        ticket -> answers.get(question).apply(new Question(fields, ticket));
    String page = fields.path("page").asString("");
    int turn = fields.path("turn").asInt(0);
    Object answer =
        HEAVY.contains(question)
            ? desk.answer(page.isEmpty() ? "" : question + " of " + page, turn, work)
            : work.apply(new Desk.Ticket(turn));
    return answer instanceof Answer whole
        ? whole
        : new Answer("application/json", JsonMapper.shared().writeValueAsBytes(answer));
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode fields = JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
      if (fields.isObject()) {
        return fields;
      }
    } catch (JacksonException e) {
      // said below
    }
    throw new Refusal(400, "the question is not an object of JSON");
  }

  private Draft draft(Question question) {
    return Draft.of(folder.path(question.text("name")), question.text("text"));
  }

  private Map<String, Object> start() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", first);
    all.put("names", folder.names());
    all.put("asOf", settings.asOf().toString());
    all.put("ledger", ledger.extent());
    all.put("timelines", settings.timelines().isPresent());
    return all;
  }

  private Map<String, Object> open(Question question) {
    Folder.Saved saved = folder.read(question.text("name"));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", question.text("name"));
    all.put("text", saved.text());
    all.put("version", saved.version());
    return all;
  }

  private Map<String, Object> save(Question question) {
    String version =
        folder.write(question.text("name"), question.text("text"), question.text("version"));
    return Map.of("version", version);
  }

  private Object ledger(Question question) {
    Draft draft = draft(question);
    PolicySet policies = draft.set(question.text("policy"));
    return ledger.of(policies, question.day(), question.text("find"), question.ticket());
  }

  private Object report(Question question) {
    Draft draft = draft(question);
    PolicySet policies = draft.set(question.text("policy"));
    LocalDate day = question.day();
    return jobs.start("report", job -> ledger.report(policies, day, job)).told();
  }

  private Object check(Question question) {
    Draft draft = draft(question);
    var policy = draft.needed(question.text("policy"));
    return jobs.start("check", job -> checks.run(draft, policy, job)).told();
  }

  private Object compare(Question question) {
    Draft after = draft(question);
    Draft before = Draft.of(after.path(), folder.read(question.text("name")).text());
    String name = question.text("policy");
    LocalDate day = question.day();
    return jobs.start("compare", job -> changes.run(before, after, name, day, job)).told();
  }

  private Object cover(Question question) {
    var policy = draft(question).needed(question.text("policy"));
    return jobs.start("cover", job -> coverage.run(policy, job)).told();
  }

  private Object cancel(Question question) {
    if (!List.of("check", "compare", "cover", "report").contains(question.text("kind"))) {
      throw new Refusal(400, "no such kind of job");
    }
    jobs.cancel(question.text("kind"));
    return Map.of();
  }
}
