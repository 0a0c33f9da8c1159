package io.dunning.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the guide, of the page that {@code -Dscreenshots.page} names. */
@EnabledIfSystemProperty(named = "screenshots.page", matches = ".+")
class ScreenshotsTest {
  private static final Path FOLDER = Path.of("../../docs/guide/images");
  private static final long LARGEST = 150_000;
  private static final int WIDE = 1000;

  @Test
  void takesThePicturesOfTheGuide() throws IOException {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    Files.createDirectories(FOLDER);
    try (Browser browser = Browser.start()) {
      browser.size(WIDE, 860);
      browser.open(Path.of(System.getProperty("screenshots.page")));
      take(browser, "report-today.png");
      browser.run("document.querySelector('.worklist tr:nth-child(2) details').open = true");
      browser.scrollTo(".worklist tbody tr:nth-child(2)");
      take(browser, "report-timeline.png");
      browser.run("document.querySelectorAll('details').forEach(d => { d.open = false; })");
      browser.prefers("dark");
      browser.scrollTo("#aging");
      take(browser, "report-dark.png");
      browser.prefers("light");
      browser.scrollTo("#policy");
      take(browser, "report-policy.png");
      browser.size(390, 844);
      browser.scrollTo("header");
      take(browser, "report-phone.png");
    }
  }

  private static void take(Browser browser, String name) throws IOException {
    Path file = FOLDER.resolve(name);
    browser.picture(file);
    assertThat(Files.size(file)).as(name).isLessThan(LARGEST);
  }
}
