package io.dunning.letters;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts a {@link LetterContent} into words: plain text, HTML, PDF or a text message, in English,
 * German, French or Korean, or in a language of the host. Immutable and thread-safe.
 *
 * <p>A host replaces what it likes by files in a folder: {@code phrases_de.properties} with the
 * phrases that differ, or the templates {@code letter.txt}, {@code email.html} and {@code
 * letter.html} (the PDF). A complete file of phrases adds a language.
 */
public final class Letters {
  private static final int CODE_PIXELS = 300;

  private final Map<String, Phrases> languages;
  private final Layout layout;
  private final LetterFonts fonts;

  private Letters(Map<String, Phrases> languages, Layout layout, LetterFonts fonts) {
    this.languages = languages;
    this.layout = layout;
    this.fonts = fonts;
  }

  /** {@return letters in the words and the layout that ship} */
  public static Letters standard() {
    return new Letters(languages(null), new Layout(null), LetterFonts.shipped());
  }

  /**
   * {@return letters in the words and the layout of the host, where its folder has any} Everything
   * is read and tried out now, so that a fault shows at the start and not with the first letter.
   *
   * @param folder the folder
   * @throws IllegalArgumentException if there is no such folder, a file or a phrase in it is not
   *     known, a language misses a phrase, a phrase names something that its letters do not have,
   *     or a template cannot be filled in; the message says all of the first kind that is found
   * @throws UncheckedIOException if a file cannot be read
   */
  public static Letters from(Path folder) {
    Objects.requireNonNull(folder, "folder");
    Letters letters = new Letters(languages(folder), new Layout(folder), LetterFonts.shipped());
    letters.tryOut();
    return letters;
  }

  /** Fills in every template once. */
  private void tryOut() {
    Map<String, Object> page = page(SampleLetter.content(), Locale.UK).toMap();
    page.put("qr", "data:");
    page.put("paper", "din");
    page.put("fonts", fonts.families());
    layout.check(page);
  }

  private static Map<String, Phrases> languages(Path folder) {
    Set<String> names = new TreeSet<>(List.of("en", "de", "fr", "ko"));
    if (folder != null) {
      names.addAll(HostFiles.phrases(folder).keySet());
    }
    Map<String, Phrases> all = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (String each : names) {
      try {
        all.put(each, Phrases.load(each, folder));
      } catch (IllegalArgumentException e) {
        faults.add(e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return Map.copyOf(all);
  }

  /**
   * {@return these letters with one more font for PDF letters, used for characters that the fonts
   * so far lack}
   *
   * @param file a font that ends with .ttf, .otf or .ttc, such as NanumGothic.ttf or
   *     NotoSansCJK-Regular.ttc for Korean; of a collection, the Korean font or else the first
   * @throws IllegalArgumentException if it cannot be read
   */
  public Letters withFont(Path file) {
    return withFont(file, file);
  }

  /**
   * {@return these letters with one more font for PDF letters, used for characters that the fonts
   * so far lack}
   *
   * @param regular a font that ends with .ttf, .otf or .ttc
   * @param bold the font for headings and sums
   * @throws IllegalArgumentException if one of them cannot be read
   */
  public Letters withFont(Path regular, Path bold) {
    Objects.requireNonNull(regular, "regular");
    Objects.requireNonNull(bold, "bold");
    return new Letters(languages, layout, fonts.with(regular, bold));
  }

  /**
   * {@return these letters, which look for a font of the operating system if the fonts so far lack
   * a character} They know where Debian, Fedora, Windows and macOS keep Nanum Gothic, Noto Sans
   * CJK, Malgun Gothic, Apple SD Gothic, DejaVu Sans and Arial.
   */
  public Letters withInstalledFonts() {
    return new Letters(languages, layout, fonts.searching());
  }

  /**
   * {@return the codes of the languages that letters can be written in, and of the regions for
   * which the host has phrases of their own, such as {@code de_CH}}
   */
  public SortedSet<String> languages() {
    return new TreeSet<>(languages.keySet());
  }

  /** The phrases of the region, or else of the language. */
  private Phrases phrases(Locale locale) {
    String language = locale.getLanguage();
    Phrases found =
        languages.getOrDefault(language + "_" + locale.getCountry(), languages.get(language));
    if (found == null) {
      throw new IllegalArgumentException(
          "no phrases in the language " + language + ", but in " + languages());
    }
    return found;
  }

  private LetterPage page(LetterContent content, Locale locale) {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(locale, "locale");
    Phrases phrases = phrases(locale);
    Locale exact = locale.getCountry().isEmpty() ? phrases.locale() : locale.stripExtensions();
    return new LetterPage(content, phrases, new LetterFormat(phrases, exact));
  }

  /**
   * {@return the subject, one line}
   *
   * @param content what the letter says
   * @param locale the language and, for amounts and dates, the region
   * @throws IllegalArgumentException if there are no phrases in the language
   */
  public String subject(LetterContent content, Locale locale) {
    return page(content, locale).subject();
  }

  /**
   * {@return the letter as plain text}
   *
   * @param content what the letter says
   * @param locale the language and, for amounts and dates, the region
   * @throws IllegalArgumentException if there are no phrases in the language
   */
  public String text(LetterContent content, Locale locale) {
    return layout.text(page(content, locale).toMap());
  }

  /**
   * {@return the letter as a page of HTML that needs nothing else; the code is inside it}
   *
   * @param content what the letter says
   * @param locale the language and, for amounts and dates, the region
   * @throws IllegalArgumentException if there are no phrases in the language
   */
  public String html(LetterContent content, Locale locale) {
    LetterPage page = page(content, locale);
    Map<String, Object> map = page.toMap();
    page.code().ifPresent(code -> map.put("qr", data(code)));
    return layout.email(map);
  }

  private static String data(EpcCode code) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(code.png(CODE_PIXELS));
  }

  /**
   * {@return the letter as an e-mail}
   *
   * @param content what the letter says
   * @param locale the language and, for amounts and dates, the region
   * @throws IllegalArgumentException if there are no phrases in the language
   */
  public LetterEmail email(LetterContent content, Locale locale) {
    LetterPage page = page(content, locale);
    Map<String, Object> map = page.toMap();
    Optional<byte[]> code = page.code().map(c -> c.png(CODE_PIXELS));
    String text = layout.text(map);
    code.ifPresent(c -> map.put("qr", "cid:" + LetterEmail.CODE_ID));
    return new LetterEmail(page.subject(), text, layout.email(map), code);
  }

  /**
   * {@return the letter as a PDF for an envelope with a window, its fonts inside} The day of the
   * letter stands as the day of the file, so that a letter written twice gives the same bytes. The
   * sender's country sets paper and window: letter paper in North America, a window at the right in
   * France and its neighbours, else DIN 5008 form B.
   *
   * @param content what the letter says
   * @param locale the language and, for amounts and dates, the region
   * @throws IllegalArgumentException if there are no phrases in the language, or no font has a
   *     character of the letter, or the address does not fit into the window
   */
  public byte[] pdf(LetterContent content, Locale locale) {
    LetterPage page = page(content, locale);
    Map<String, Object> map = page.toMap();
    page.code().ifPresent(code -> map.put("qr", data(code)));
    map.put("paper", PdfWriter.paper(content.sender().address().country()));
    return new PdfWriter(layout, fonts).write(map, content.date());
  }

  /**
   * {@return the letter as a text message, as long as fits into so many parts}
   *
   * @param content what the letter says
   * @param locale the language and, for amounts and dates, the region
   * @param segments 1 for 160 units of the GSM alphabet (70 of Korean), 2 for 306 (134)
   * @throws IllegalArgumentException if there are no phrases in the language, or what has to be
   *     said does not fit
   */
  public SmsText sms(LetterContent content, Locale locale, int segments) {
    LetterPage page = page(content, locale);
    Phrases phrases = phrases(locale);
    return new SmsWords(content, phrases, page.values()).text(segments);
  }
}
