package io.dunning.serial;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * A record of this library as its class and its parts, an absent part being null, because an {@link
 * Optional} is not serializable. A record returns it from {@code writeReplace}. Reading it goes
 * through the constructor of the record and its checks. Immutable.
 */
public final class RecordForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIBRARY = "io.dunning.";

  private final Class<?> type;
  private final Object[] parts;

  /**
   * The form of a record.
   *
   * @param value a record of this library whose class is public
   */
  public RecordForm(Record value) {
    this(value.getClass(), parts(value));
  }

  RecordForm(Class<?> type, Object[] parts) {
    this.type = type;
    this.parts = parts;
  }

  private static Object[] parts(Record value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(components[i], value);
    }
    return parts;
  }

  private static Object part(RecordComponent component, Record value) {
    try {
      Object part = component.getAccessor().invoke(value);
      return part instanceof Optional<?> optional ? optional.orElse(null) : part;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a public record can be read", e);
    }
  }

  private Object readResolve() throws InvalidObjectException {
    if (type == null || !type.isRecord() || !type.getName().startsWith(LIBRARY)) {
      throw new InvalidObjectException("not a record of this library: " + type);
    }
    RecordComponent[] components = type.getRecordComponents();
    if (parts == null || parts.length != components.length) {
      throw new InvalidObjectException("parts do not fit: " + type.getName());
    }
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = components[i].getType();
      values[i] = types[i] == Optional.class ? Optional.ofNullable(parts[i]) : parts[i];
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw invalid(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  private InvalidObjectException invalid(Throwable cause) {
    InvalidObjectException invalid =
        new InvalidObjectException("invalid " + type.getSimpleName() + ": " + cause.getMessage());
    invalid.initCause(cause);
    return invalid;
  }
}
