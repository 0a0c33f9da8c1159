package io.dunning.json;

import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import io.dunning.action.Performer;
import io.dunning.behaviour.ProfileScope;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactLimit.AfterConversation;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.evaluation.HoldReason;
import io.dunning.evaluation.PolicyId;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.money.Percentage;
import io.dunning.terms.WayToPay;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forms of records: a property for each component, by its name. A value is made by the
 * canonical constructor, which checks it.
 */
final class RecordForms {
  private static final LocalDate DAY = LocalDate.EPOCH;

  /**
   * What a part means that is left out: what the shorter constructors of the record make of it. Of
   * each record here, a value that was made by one of them, and the parts that it did not name.
   */
  private static final Map<Class<?>, Map<String, Object>> DEFAULTS = defaults();

  /** Where two members of a family have one name. */
  private static final Map<Class<?>, String> TAGS =
      Map.of(HoldReason.CreditNoteOwed.class, "held-for-credit-note");

  private RecordForms() {}

  private static Map<Class<?>, Map<String, Object>> defaults() {
    Map<Class<?>, Map<String, Object>> all = new HashMap<>();
    put(
        all,
        new Contact(DAY, Channel.EMAIL),
        "direction",
        "reached",
        "purpose",
        "collector",
        "person");
    put(all, new CustomerReplied(DAY, ""), "reply", "note");
    put(all, new StepTaken(DAY, "step", Optional.empty()), "person");
    put(all, LedgerEvent.restricted(DAY, Restriction.INSOLVENCY), "note");
    put(all, WayToPay.transfer("holder", "account"), "bank");
    put(all, ContactWishes.NONE, "inconvenient");
    put(all, ProfileScope.ALL, "tolerance", "calendar", "leastSettled", "settledWithin");
    put(all, Performer.IN_HOUSE, "name");
    put(
        all,
        new ReferenceRates.Rate(DAY, LocalDate.MAX, Percentage.percent("1"), ""),
        "throughInclusive",
        "source");
    put(all, new AfterConversation(7, Per.DEBT), "perPerson");
    put(all, ContactLimit.atMost(1, Period.ofDays(7)), "allCollectors", "perPerson");
    put(all, new PolicyId("policy", "", ""), "version");
    return all;
  }

  private static void put(
      Map<Class<?>, Map<String, Object>> all, Object sample, String... unnamed) {
    Map<String, Object> values = new HashMap<>();
    for (RecordComponent each : sample.getClass().getRecordComponents()) {
      if (List.of(unnamed).contains(each.getName())) {
        values.put(each.getName(), read(each.getAccessor(), sample));
      }
    }
    all.put(sample.getClass(), values);
  }

  private static Object read(Method accessor, Object of) {
    try {
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + accessor, e);
    }
  }

  static <T> ObjectForm<T> of(Forms forms, Class<T> type) {
    ObjectForm.Draft<T> draft = new ObjectForm.Draft<>(forms, type);
    if (Forms.familyOf(type).isPresent()) {
      draft.tagged(TAGS.getOrDefault(type, Words.tag(type)));
    }
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Object> defaults = DEFAULTS.getOrDefault(type, Map.of());
    for (RecordComponent each : components) {
      Method accessor = each.getAccessor();
      draft.field(
          each.getName(),
          each.getGenericType(),
          of -> read(accessor, of),
          defaults.get(each.getName()));
    }
    Constructor<T> constructor = constructor(type, components);
    return draft.madeBy(parts -> make(constructor, components, parts));
  }

  private static <T> Constructor<T> constructor(Class<T> type, RecordComponent[] components) {
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      return type.getConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("record has no public constructor: " + type, e);
    }
  }

  private static <T> T make(
      Constructor<T> constructor, RecordComponent[] components, ObjectForm.Parts parts) {
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(components[i].getName());
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("cannot make a value", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a value", e);
    }
  }
}
