package io.dunning.json;

import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Refuses values of the library that have no form. Without this, Jackson would write them as empty
 * objects.
 */
final class Formless {
  private static final String ROOT = "io.dunning.";

  /** Packages of the library that people do not store values of, beside those that have forms. */
  private static final Set<String> OTHERS = Set.of("check", "compiled", "grammar", "sentence");

  /** Packages with the rules of policies. */
  private static final Set<String> RULES = Set.of("charge", "conduct", "policy", "settlement");

  private Formless() {}

  /** Whether a type is one of the library's, or extends one, and has no form. */
  static boolean is(Class<?> type) {
    return isOurs(type) && Forms.ALL.find(type).isEmpty();
  }

  /** An exception, and what anybody can implement, is no value; a constant writes itself well. */
  private static boolean isOurs(Class<?> type) {
    boolean open = type.isInterface() && !type.isSealed();
    boolean plain = Throwable.class.isAssignableFrom(type) || Enum.class.isAssignableFrom(type);
    return !open && !plain && known(type).isPresent();
  }

  /** The public type by which users know a type: itself, or what it extends. */
  private static Optional<Class<?>> known(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (isInLibrary(each)) {
        return Optional.of(isPublic(each) ? each : family(each));
      }
    }
    return Optional.empty();
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (around == null || isPublic(around));
  }

  private static boolean isInLibrary(Class<?> type) {
    String name = type.getPackageName();
    return Forms.isOurs(type)
        || name.startsWith(ROOT) && OTHERS.contains(name.substring(ROOT.length()));
  }

  /** What a type is called that is not public: what it extends, or else the type. */
  private static Class<?> family(Class<?> type) {
    Class<?> above = type.getSuperclass();
    if (above != null && isInLibrary(above)) {
      return isPublic(above) ? above : family(above);
    }
    return Forms.familyOf(type).orElse(type);
  }

  private static String refusal(JavaType type) {
    Class<?> known = known(type.getRawClass()).orElse(type.getRawClass());
    String ofPackage = known.getPackageName().substring(ROOT.length());
    boolean rule = RULES.contains(ofPackage) && Serializable.class.isAssignableFrom(known);
    boolean policy = known == DunningPolicy.class || known == PolicySet.class;
    return (policy ? "a policy" : Schemas.name(known))
        + " has no JSON form"
        + (rule ? "\nMaybe PolicyFiles.write(policy)" : "");
  }

  /** Writes nothing. */
  static final class Writer extends ValueSerializer<Object> {
    private final JavaType type;

    Writer(JavaType type) {
      this.type = type;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      context.reportBadDefinition(type, refusal(type));
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
      serialize(value, out, context);
    }
  }

  /** Reads nothing. */
  static final class Reader extends ValueDeserializer<Object> {
    private final JavaType type;

    Reader(JavaType type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      return context.reportBadDefinition(type, refusal(type));
    }
  }
}
