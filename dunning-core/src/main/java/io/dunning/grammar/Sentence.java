package io.dunning.grammar;

import java.util.ArrayList;
import java.util.List;

/** A form of sentence with its values. */
public final class Sentence {
  private final Form<?> form;
  private final List<Object> values;

  Sentence(Form<?> form, List<Object> values) {
    this.form = form;
    this.values = values;
  }

  /** {@return the names in it, in their order} */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    boolean[] places = form.names();
    for (int i = 0; i < places.length; i++) {
      if (places[i]) {
        names.add((String) values.get(i));
      }
    }
    return names;
  }

  /** {@return the sentence without any quotes; it may be unclear where a name ends} */
  public String plain() {
    return form.print(values, new boolean[values.size()]);
  }

  /** {@return the sentence with quotes around all names} */
  public String quoted() {
    return form.print(values, form.names());
  }

  /** The sentence with quotes around the names that need them wherever they stand. */
  String partlyQuoted() {
    boolean[] quoting = form.names();
    for (int i = 0; i < quoting.length; i++) {
      quoting[i] &= !Names.isPlain(values.get(i).toString());
    }
    return form.print(values, quoting);
  }
}
