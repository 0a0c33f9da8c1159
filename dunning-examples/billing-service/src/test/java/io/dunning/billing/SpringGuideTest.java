package io.dunning.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The page of the guide: its commands are run as they stand against the demo, and print what stands
 * below them. {@code -Dguide.write=true} writes what they print. The application of the page is
 * tested with the starter.
 */
class SpringGuideTest {
  private static final Path PAGE = Path.of("../../docs/guide/spring.md");
  private static final Pattern COMMANDS =
      Pattern.compile("```sh\n(.*?)```\n```text\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void commandsPrintWhatTheGuideSays() throws Exception {
    String page = Files.readString(PAGE);
    StringBuilder actual = new StringBuilder();
    try (ConfigurableApplicationContext demo =
        BillingApplication.start(
            "--spring.profiles.active=demo",
            "--server.port=0",
            "--spring.main.banner-mode=off",
            "--dunning.run.enabled=false",
            "--billing.today=2026-03-02")) {
      Matcher commands = COMMANDS.matcher(page);
      int from = 0;
      while (commands.find()) {
        actual.append(page, from, commands.start(2)).append(run(demo, commands.group(1)));
        from = commands.end(2);
      }
      actual.append(page.substring(from));
    }
    if (Boolean.getBoolean("guide.write")) {
      Files.writeString(PAGE, actual);
    }
    assertThat(actual).hasToString(page);
  }

  private String run(ConfigurableApplicationContext demo, String commands) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("bash", "-euc", commands);
    shell.directory(folder.toFile()).redirectErrorStream(true);
    int port = ((WebServerApplicationContext) demo).getWebServer().getPort();
    shell.environment().put("URL", "http://localhost:" + port);
    demo.getBean(DemoTokens.class)
        .byRole()
        .forEach((role, token) -> shell.environment().put(role.name(), token));
    Process process = shell.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).describedAs(printed).isZero();
    return printed;
  }
}
