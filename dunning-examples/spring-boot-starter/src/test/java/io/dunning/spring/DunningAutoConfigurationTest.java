package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.PolicySet;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

/** Policies and beans of an application without a database. */
class DunningAutoConfigurationTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DunningAutoConfiguration.class,
                  DunningLettersAutoConfiguration.class,
                  DunningStoreAutoConfiguration.class,
                  DunningActuatorAutoConfiguration.class));

  private static FailureAnalysis analysis(Throwable failure) {
    return new DunningStartFailureAnalyzer().analyze(failure);
  }

  @Test
  void readsThePolicyOfTheClassPath() {
    application
        .withPropertyValues("dunning.policies.location=classpath:test-policy.yaml")
        .run(
            context -> {
              assertThat(context.getBean(PolicySet.class).defaultPolicy().name()).isEqualTo("test");
              assertThat(context).hasSingleBean(DunningEvaluator.class);
              assertThat(context).doesNotHaveBean(Books.class);
            });
  }

  @Test
  void addsTheFilesOfAFolderAndFollowsTheOneThatAssigns(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("ours.yaml"), policy("ours"));
    Files.writeString(
        folder.resolve("who.yaml"),
        "default policy: ours\nsegments:\n  public sector: key-accounts\n");
    application
        .withPropertyValues("dunning.policies.folder=" + folder)
        .run(
            context -> {
              PolicySet set = context.getBean(PolicySet.class);
              assertThat(set.defaultPolicy().name()).isEqualTo("ours");
              assertThat(set.segments()).containsKey("public sector");
            });
  }

  private static String policy(String name) {
    return "policy: "
        + name
        + "\n"
        + "ladder:\n"
        + "  - step: reminder\n"
        + "    at: 3 days past due\n"
        + "    take: send reminder by email\n";
  }

  @Test
  void saysEveryMistakeOfEveryFileWithItsLineAndWhatToDo(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), policy("a").replace("3 days", "three days") + "graze: 3 days\n");
    Files.writeString(folder.resolve("b.yaml"), policy("b").replace("email", "pigeon"));
    application
        .withPropertyValues("dunning.policies.folder=" + folder)
        .run(
            context -> {
              FailureAnalysis analysis = analysis(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .contains(
                      folder.resolve("a.yaml") + ":4:9: ladder[1].at",
                      folder.resolve("a.yaml") + ":6:1: graze: is not a key of a policy",
                      "Maybe \"grace\"",
                      folder.resolve("b.yaml") + ":5:");
              assertThat(analysis.getAction()).startsWith("Correct the policy files");
            });
  }

  @Test
  void saysWhatToDoWithoutAPolicyOrADefault(@TempDir Path folder) throws IOException {
    application.run(
        context -> {
          FailureAnalysis analysis = analysis(context.getStartupFailure());
          assertThat(analysis.getDescription()).startsWith("no policy was found");
          assertThat(analysis.getAction()).contains("dunning.policies.default-policy=standard-b2b");
        });
    Files.writeString(folder.resolve("a.yaml"), policy("a"));
    Files.writeString(folder.resolve("b.yaml"), policy("b"));
    application
        .withPropertyValues("dunning.policies.folder=" + folder)
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .isEqualTo("several policies, and none is the default: a, b"));
    application
        .withPropertyValues(
            "dunning.policies.folder=" + folder, "dunning.policies.default-policy=standard-b2c")
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .contains("no such policy: standard-b2c", "Maybe"));
  }

  @Test
  void stepsBackForBeansOfTheApplication() {
    PolicySet own = PolicySet.byDefault(PolicyFiles.shipped("eu-b2b"));
    application
        .withBean(PolicySet.class, () -> own)
        .withBean(BusinessCalendar.class, BusinessCalendar::everyDay)
        .run(
            context -> {
              assertThat(context.getBean(PolicySet.class)).isSameAs(own);
              assertThat(context.getBean(DunningEvaluator.class).calendar())
                  .isEqualTo(BusinessCalendar.everyDay());
            });
  }

  // Half past eleven in the evening of 2 March in London is the next day in Berlin.
  @Test
  void theZoneOfTheSettingsSaysWhichDayItIsWhateverClockTheApplicationHas() {
    Clock own = Clock.fixed(Instant.parse("2026-03-02T23:30:00Z"), ZoneOffset.UTC);
    ApplicationContextRunner berlin =
        application.withPropertyValues(
            "dunning.policies.default-policy=standard-b2b", "dunning.zone=Europe/Berlin");
    berlin
        .withBean("own", Clock.class, () -> own)
        .run(
            context ->
                assertThat(LocalDate.now(context.getBean(DayClock.class).clock()))
                    .isEqualTo("2026-03-03"));
    berlin
        .withBean("one", Clock.class, () -> own)
        .withBean("two", Clock.class, () -> own, bean -> bean.setPrimary(true))
        .run(
            context ->
                assertThat(LocalDate.now(context.getBean(DayClock.class).clock()))
                    .isEqualTo("2026-03-03"));
    berlin
        .withBean("one", Clock.class, () -> own)
        .withBean("two", Clock.class, () -> own)
        .run(
            context ->
                assertThat(context.getBean(DayClock.class).clock().instant())
                    .isAfter(own.instant()));
  }

  /** Otherwise a file of this package that names the class gets the settings, or the reverse. */
  @Test
  void noGroupOfSettingsHasTheNameOfAClassOfThePackage() {
    assertThat(DunningProperties.class.getDeclaredClasses())
        .isNotEmpty()
        .allSatisfy(
            group ->
                assertThat(
                        ClassUtils.isPresent(
                            "io.dunning.spring." + group.getSimpleName(),
                            getClass().getClassLoader()))
                    .as(group.getName())
                    .isFalse());
  }

  /** A bean that steps back for another of its type is of a type of which others can be made. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        DunningAutoConfiguration.class,
        DunningLettersAutoConfiguration.class,
        DunningMailAutoConfiguration.class,
        DunningStoreAutoConfiguration.class,
        DunningActuatorAutoConfiguration.Metrics.class,
        DunningActuatorAutoConfiguration.Health.class,
        DunningActuatorAutoConfiguration.Explaining.class
      })
  void whatCanBeReplacedCanBeMade(Class<?> configuration) {
    for (Method bean : configuration.getDeclaredMethods()) {
      if (bean.isAnnotationPresent(ConditionalOnMissingBean.class)) {
        Class<?> type = bean.getReturnType();
        assertThat(Modifier.isPublic(type.getModifiers())).as(type.getName()).isTrue();
        boolean made =
            Modifier.isAbstract(type.getModifiers())
                || type.getConstructors().length > 0
                || Arrays.stream(type.getMethods())
                    .anyMatch(
                        m -> Modifier.isStatic(m.getModifiers()) && m.getReturnType() == type);
        assertThat(made).as(type.getName()).isTrue();
      }
    }
  }

  // 2026: Good Friday, Ascension, Corpus Christi and All Saints (Bavaria only) from the almanac
  @Test
  void knowsTheHolidaysOfACountryAndItsRegions() {
    ApplicationContextRunner german =
        application
            .withBean("clock", Clock.class, () -> new SetClock(LocalDate.of(2026, 3, 2)))
            .withPropertyValues(
                "dunning.policies.default-policy=standard-b2b", "dunning.holidays.country=de");
    german.run(
        context -> {
          BusinessCalendar calendar = context.getBean(BusinessCalendar.class);
          assertThat(calendar.isHoliday(LocalDate.of(2026, 4, 3))).isTrue();
          assertThat(calendar.isHoliday(LocalDate.of(2026, 5, 14))).isTrue();
          assertThat(calendar.isHoliday(LocalDate.of(2026, 6, 4))).isFalse();
          assertThat(calendar.isBusinessDay(LocalDate.of(2026, 6, 5))).isTrue();
          assertThat(calendar.covered().lastInclusive()).isEqualTo("2030-12-31");
        });
    german
        .withPropertyValues("dunning.holidays.regions=by")
        .run(
            context -> {
              BusinessCalendar calendar = context.getBean(BusinessCalendar.class);
              assertThat(calendar.isHoliday(LocalDate.of(2026, 6, 4))).isTrue();
            });
    german
        .withPropertyValues("dunning.holidays.country=xx")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageStartingWith("dunning.holidays.country: no holidays are known: xx"));
  }
}
