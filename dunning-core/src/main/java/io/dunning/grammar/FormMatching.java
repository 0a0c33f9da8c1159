package io.dunning.grammar;

import java.util.List;

/**
 * Matches the parts of a form with tokens, one after the other; only a name has to look for its
 * end.
 */
final class FormMatching {
  private final Form<?> form;
  private final List<Form.Part> parts;
  private final Tokens tokens;
  private final Form.Ends ends;
  private final Progress progress;

  /** Whether a word of the form was found, or it has none: then it was probably meant. */
  private boolean anyWord;

  FormMatching(Form<?> form, Tokens tokens, Form.Ends ends, Progress progress) {
    this.form = form;
    parts = form.parts;
    anyWord = parts.size() == 1 && form.endsWithName();
    this.tokens = tokens;
    this.ends = ends;
    this.progress = progress;
  }

  Form.Match match(int part, int at, Object[] values, int places) {
    if (part == parts.size()) {
      return ends.at(at) ? new Form.Match(values, at) : stopped(part, at, Progress.END);
    }
    if (parts.get(part) instanceof Form.Word word) {
      if (!word.isAt(tokens, at)) {
        return stopped(part, at, "\"" + word.print(null, null, false) + "\"");
      }
      anyWord = true;
      return match(part + 1, at + 1, values, places);
    }
    Slot slot = ((Form.Place) parts.get(part)).slot();
    Slot.Read read = read(slot, at);
    if (read == null) {
      return stopped(part, at, slot.expected());
    }
    boolean open = slot.isName() && part + 1 < parts.size() && tokens.isWord(at);
    if (open) {
      return name((Form.Word) parts.get(part + 1), part, at, read.end(), values, places);
    }
    values[places] = read.value();
    return match(part + 1, read.end(), values, places + 1);
  }

  private Slot.Read read(Slot slot, int at) {
    try {
      return slot.read(tokens, at);
    } catch (IllegalArgumentException impossible) {
      progress.refuse(at, impossible, form);
      return null;
    }
  }

  /**
   * Tries each end that a name can have: before the next word of the form. If another name follows,
   * only the first, so that long texts take no longer than they are.
   */
  private Form.Match name(Form.Word next, int part, int at, int last, Object[] values, int places) {
    boolean another = places + 1 < values.length && form.slots().get(places + 1).isName();
    for (int end = at + 1; end < last; end++) {
      if (next.isAt(tokens, end)) {
        Form.Match match = match(part + 1, end, values, places + 1);
        if (match != null) {
          values[places] = tokens.words(at, end);
        }
        if (match != null || another) {
          return match;
        }
      }
    }
    return null;
  }

  /** After one word of a form that is only words, any other form may be meant as well. */
  private Form.Match stopped(int part, int at, String expected) {
    if (anyWord) {
      boolean sure =
          part != 1 || parts.size() == 1 || parts.stream().anyMatch(Form.Place.class::isInstance);
      progress.stop(at, expected, form, sure);
    }
    return null;
  }
}
