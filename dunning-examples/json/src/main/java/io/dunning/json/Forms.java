package io.dunning.json;

import io.dunning.behaviour.RiskModel;
import io.dunning.conduct.Conduct;
import io.dunning.law.LawAssumption;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.PolicyTrial;
import io.dunning.policy.SegmentRule;
import io.dunning.portfolio.PortfolioRun;
import io.dunning.portfolio.Worklist;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The forms of all types. Records, enums and sealed families describe themselves; the forms of
 * other types are described in the classes that register here. A form is made when it is first
 * asked for. Thread-safe.
 */
final class Forms {
  private static final String LIBRARY = "io.dunning.";

  /** The packages of the library that have values; other modules have their own below the root. */
  private static final Set<String> PACKAGES =
      Set.of(
          "action",
          "aging",
          "behaviour",
          "calendar",
          "charge",
          "conduct",
          "evaluation",
          "event",
          "law",
          "ledger",
          "money",
          "policy",
          "portfolio",
          "scenario",
          "settlement",
          "terms");

  /**
   * Types without a form that would describe themselves: they hold code or an exception, which no
   * form can hold, or are rules of a policy.
   */
  private static final Set<Class<?>> FORMLESS =
      Set.of(
          RiskModel.Described.class,
          PortfolioRun.Failed.class,
          Worklist.Rule.class,
          Assignment.class,
          Condition.class,
          Conduct.class,
          LawAssumption.class,
          PolicyTrial.class,
          SegmentRule.class);

  /** The forms of the library. */
  static final Forms ALL = new Forms();

  private final Map<Class<?>, Supplier<Form<?>>> described = new HashMap<>();
  private final Map<Type, Form<?>> made = new ConcurrentHashMap<>();

  private Forms() {
    Plain.register(this);
    MoneyForms.register(this);
    LedgerForms.register(this);
    AnswerForms.register(this);
  }

  <T> void add(Class<T> type, Form<?> form) {
    described.put(type, () -> form);
  }

  /** Describes a form that is made once it is needed. */
  <T> void describe(Class<T> type, Function<ObjectForm.Draft<T>, Form<T>> form) {
    described.put(type, () -> form.apply(new ObjectForm.Draft<>(this, type)));
  }

  <T> void text(
      Class<T> type,
      String expected,
      String pattern,
      Function<T, String> writer,
      Function<String, T> parser) {
    add(type, new TextForm<>(type, expected, pattern, writer, parser));
  }

  static Type generic(Class<?> raw, Type... arguments) {
    return new Generic(raw, List.of(arguments));
  }

  private record Generic(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(new Type[0]);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return null;
    }
  }

  /**
   * The form of a type of the library, or of a subclass of one.
   *
   * @return empty if the type has no form
   */
  Optional<Form<?>> find(Class<?> type) {
    for (Class<?> each = type; each != null && !isFormless(each); each = each.getSuperclass()) {
      if (isOurs(each) && Modifier.isPublic(each.getModifiers())) {
        if (described.containsKey(each) || describesItself(each)) {
          return Optional.of(of(each));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isFormless(Class<?> type) {
    return FORMLESS.contains(type) || FORMLESS.contains(familyOf(type).orElse(type));
  }

  /** Whether a type is one of the library's. */
  static boolean isOurs(Class<?> type) {
    String name = type.getPackageName();
    return name.startsWith(LIBRARY) && PACKAGES.contains(name.substring(LIBRARY.length()));
  }

  private static boolean describesItself(Class<?> type) {
    return type.isRecord() || type.isEnum() || type.isInterface() && type.isSealed();
  }

  /** The form of a type, generic or not. */
  Form<?> of(Type type) {
    Form<?> known = made.get(type);
    if (known == null) {
      // forms that contain each other are made twice at most, and are alike
      known = make(type);
      made.put(type, known);
    }
    return known;
  }

  private Form<?> make(Type type) {
    if (type instanceof ParameterizedType generic) {
      return many((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (described.containsKey(raw)) {
      return described.get(raw).get();
    }
    if (raw == OptionalInt.class || raw == OptionalLong.class) {
      return number(raw);
    }
    if (raw.isEnum()) {
      return constants(raw);
    }
    if (raw.isRecord()) {
      return RecordForms.of(this, raw);
    }
    if (raw.isSealed()) {
      return family(raw);
    }
    throw new IllegalArgumentException("has no JSON form: " + raw.getName());
  }

  private Form<?> many(Class<?> raw, Type[] of) {
    Form<?> last = of(of[of.length - 1]);
    if (raw == Optional.class) {
      return new ManyForms.Perhaps<Optional<?>>(last, Optional.empty(), o -> o, Optional::of);
    }
    if (raw == List.class || raw == Collection.class) {
      return new ManyForms.Items<List<Object>>(last, true, List::copyOf);
    }
    if (raw == SortedSet.class) {
      return new ManyForms.Items<SortedSet<Object>>(last, false, TreeSet::new);
    }
    if (raw == Set.class) {
      return new ManyForms.Items<Set<Object>>(
          last, false, all -> Collections.unmodifiableSet(new LinkedHashSet<>(all)));
    }
    if (raw == Map.class || raw == SortedMap.class) {
      return new ManyForms.Entries<>(of(of[0]), last, raw == SortedMap.class);
    }
    throw new IllegalArgumentException("has no JSON form: " + raw.getName());
  }

  private Form<?> number(Class<?> raw) {
    if (raw == OptionalInt.class) {
      return new ManyForms.Perhaps<OptionalInt>(
          of(int.class),
          OptionalInt.empty(),
          o -> o.stream().boxed().findFirst(),
          n -> OptionalInt.of((int) n));
    }
    return new ManyForms.Perhaps<OptionalLong>(
        of(long.class),
        OptionalLong.empty(),
        o -> o.stream().boxed().findFirst(),
        n -> OptionalLong.of((long) n));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Form<?> constants(Class<?> raw) {
    return new EnumForm<>((Class) raw);
  }

  private <T> Form<T> family(Class<T> root) {
    FamilyForm<T> form = new FamilyForm<>(root);
    addMembers(form, root);
    return form;
  }

  private void addMembers(FamilyForm<?> form, Class<?> type) {
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (each.isRecord()) {
        if (Modifier.isPublic(each.getModifiers())
            && !FORMLESS.contains(each)
            && of(each) instanceof ObjectForm<?> member
            && !member.tag().isEmpty()) {
          form.add(each, member);
        }
      } else if (each.isSealed()) {
        addMembers(form, each);
      }
    }
  }

  /** The largest sealed family of the library that a type belongs to. */
  static Optional<Class<?>> familyOf(Class<?> member) {
    return Arrays.stream(member.getInterfaces())
        .filter(i -> i.isSealed() && isOurs(i))
        .findFirst()
        .<Class<?>>map(i -> familyOf(i).orElse(i));
  }
}
