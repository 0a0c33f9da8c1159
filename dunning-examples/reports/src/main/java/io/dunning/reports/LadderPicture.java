package io.dunning.reports;

import io.dunning.action.DunningAction;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The ladder of a policy as a picture: a stair over the days past due on which the steps of an
 * example are taken, and a list that says what each step does and when it applies.
 */
public final class LadderPicture {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 180;
  private static final int LEFT = 24;
  private static final int RIGHT = 24;
  private static final int BOTTOM = 150;
  private static final int TOP = 22;
  private static final int RADIUS = 11;

  private LadderPicture() {}

  /**
   * {@return the picture and the list}
   *
   * @param course what the policy does with an example
   * @param figures how numbers are written
   */
  public static Markup of(PolicyCourse course, Figures figures) {
    List<EscalationStep> steps = course.policy().ladder().steps();
    Markup list = Markup.tag("ol").with("class", "ladder");
    for (EscalationStep each : steps) {
      list.add(item(each, course));
    }
    course
        .policy()
        .ladder()
        .repeat()
        .ifPresent(d -> list.add(Markup.tag("li").text("the last again every " + d)));
    String example =
        "Days past due of an invoice of "
            + figures.money(course.invoice().amount())
            + " that is never paid, each step taken on its day, through day "
            + course.days()
            + ".";
    return Markup.tag("div")
        .with("class", "policy")
        .add(
            Markup.tag("div")
                .add(stair(course), Markup.tag("p").with("class", "note").text(example)),
            list);
  }

  private static Markup stair(PolicyCourse course) {
    List<EscalationStep> steps = course.policy().ladder().steps();
    List<Integer> places = new ArrayList<>();
    List<Long> days = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      OptionalLong day = course.day(steps.get(i).name());
      if (day.isPresent()) {
        places.add(i + 1);
        days.add(day.getAsLong());
      }
    }
    List<Markup> shapes = new ArrayList<>();
    shapes.add(Svg.line(LEFT, BOTTOM, WIDTH - RIGHT, BOTTOM).with("class", "axis"));
    shapes.addAll(rungs(places, days));
    return Svg.picture(WIDTH, HEIGHT)
        .with("class", "chart")
        .with("role", "img")
        .with("aria-label", said(steps, course))
        .add(shapes);
  }

  private static List<Markup> rungs(List<Integer> places, List<Long> days) {
    List<Markup> marks = new ArrayList<>();
    if (days.isEmpty()) {
      return marks;
    }
    long first = Math.min(0, Collections.min(days));
    double span = Math.max(1, Collections.max(days) - first);
    StringBuilder path = new StringBuilder();
    double lastLabel = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < days.size(); i++) {
      double x = LEFT + RADIUS + (days.get(i) - first) / span * (WIDTH - LEFT - RIGHT - 2 * RADIUS);
      double y = BOTTOM - 18 - (BOTTOM - 18 - TOP) * i / (double) Math.max(1, days.size() - 1);
      path.append(i == 0 ? "M" : " H" + Svg.number(x) + " V")
          .append(i == 0 ? Svg.number(x) + " " + Svg.number(y) : Svg.number(y));
      marks.add(Svg.line(x, y, x, BOTTOM).with("class", "drop"));
      marks.add(Svg.circle(x, y, RADIUS).with("class", "rung"));
      marks.add(
          Svg.text(x, y + 4.5, "middle", places.get(i).toString()).with("class", "rung-number"));
      if (x - lastLabel > 26) {
        marks.add(Svg.text(x, BOTTOM + 18, "middle", days.get(i).toString()));
        lastLabel = x;
      }
    }
    marks.add(0, Svg.path(path.toString()).with("class", "stair"));
    return marks;
  }

  private static String said(List<EscalationStep> steps, PolicyCourse course) {
    return steps.stream()
        .map(
            s -> {
              OptionalLong day = course.day(s.name());
              return s.name()
                  + (day.isPresent() ? " on day " + day.getAsLong() : " not in this example");
            })
        .collect(Collectors.joining(", ", "Ladder: ", ""));
  }

  private static Markup item(EscalationStep step, PolicyCourse course) {
    OptionalLong day = course.day(step.name());
    Markup item = Markup.tag("li");
    item.add(
        Markup.tag("b").text(Shown.line(step.name())),
        Markup.tag("span")
            .with("class", "age")
            .text(day.isPresent() ? InvoiceStory.age(day.getAsLong()) : "not in the example"));
    String actions =
        step.actions().stream().map(DunningAction::toString).collect(Collectors.joining(" and "));
    item.add(
        Markup.tag("span")
            .with("class", "what")
            .text(step.trigger().map(t -> t + ": ").orElse("") + actions));
    for (String each : rules(step, course)) {
      item.add(Markup.tag("span").with("class", "note").text(each));
    }
    return item;
  }

  private static List<String> rules(EscalationStep step, PolicyCourse course) {
    List<String> rules = new ArrayList<>();
    if (!step.condition().equals(Condition.always())) {
      rules.add("only if " + step.condition());
    }
    step.prerequisites().forEach(c -> rules.add("waits until " + c));
    step.deadline().ifPresent(d -> rules.add("grants " + d + " to pay"));
    step.tone().ifPresent(t -> rules.add("tone " + t.toString().toLowerCase(Locale.ROOT)));
    if (course.policy().needsApproval(step)) {
      rules.add("needs approval of " + step.approver());
    }
    return rules;
  }
}
